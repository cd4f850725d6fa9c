package dev.trueup.sandbox.shopify;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A global id such as `gid://shopify/Product/8000000000001`. Ids of stock levels carry the item as
/// well: `gid://shopify/InventoryLevel/1?inventory_item_id=2`.
record Gid(String type, long number, long itemNumber) {
  private static final String PREFIX = "gid://shopify/";
  private static final Pattern FORM =
      Pattern.compile(
          "gid://shopify/([A-Za-z]+)/([0-9]{1,18})(?:\\?inventory_item_id=([0-9]{1,18}))?");

  static String of(String type, long number) {
    return PREFIX + type + "/" + number;
  }

  static String ofLevel(long number, long itemNumber) {
    return PREFIX + "InventoryLevel/" + number + "?inventory_item_id=" + itemNumber;
  }

  static Optional<Gid> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String item = matcher.group(3);
    return Optional.of(
        new Gid(
            matcher.group(1),
            Long.parseLong(matcher.group(2)),
            item == null ? 0 : Long.parseLong(item)));
  }

  /// The number of an id of this type, or -1 when the text is no such id.
  static long number(String type, String text) {
    return parse(text).filter(gid -> gid.type.equals(type)).map(Gid::number).orElse(-1L);
  }
}
