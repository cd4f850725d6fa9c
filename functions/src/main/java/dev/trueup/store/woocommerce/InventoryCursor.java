package dev.trueup.store.woocommerce;

import java.util.regex.Pattern;

/// How far a reading has come.
///
/// @param part which list is being read
/// @param position where in it
record InventoryCursor(Part part, ListPosition position) {
  private static final Pattern TEXT = Pattern.compile("([A-Z_]+):(\\d+):(\\d+):(\\d+):(\\d+)");

  enum Part {
    /// Products; [#VARIATIONS] follow.
    PRODUCTS,
    /// Variations, from the list of all of them.
    VARIATIONS,
    /// Products, each followed by its variations: for shops without a list of all variations.
    PRODUCTS_WITH_VARIATIONS
  }

  /// @throws IllegalArgumentException when it is not a cursor of this store
  static InventoryCursor parse(String text) {
    var matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a cursor of a WooCommerce store: " + text);
    }
    return new InventoryCursor(
        Part.valueOf(matcher.group(1)),
        new ListPosition(
            Long.parseLong(matcher.group(2)),
            Long.parseLong(matcher.group(3)),
            Long.parseLong(matcher.group(4)),
            Integer.parseInt(matcher.group(5))));
  }

  @Override
  public String toString() {
    return "%s:%d:%d:%d:%d"
        .formatted(
            part, position.offset(), position.after(), position.total(), position.setbacks());
  }
}
