package dev.trueup.store.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/// A row of Shopify's product export, in Shopify's terms.
record ShopifyRow(CsvRow cells) {
  private static final List<ShopifyColumn> OPTION_NAMES =
      List.of(
          ShopifyColumn.OPTION_1_NAME, ShopifyColumn.OPTION_2_NAME, ShopifyColumn.OPTION_3_NAME);
  private static final List<ShopifyColumn> OPTION_VALUES =
      List.of(
          ShopifyColumn.OPTION_1_VALUE, ShopifyColumn.OPTION_2_VALUE, ShopifyColumn.OPTION_3_VALUE);

  String text(ShopifyColumn column) {
    return cells.text(column);
  }

  String handle() {
    String handle = text(ShopifyColumn.HANDLE);
    if (handle.isEmpty()) {
      throw cells.refused(ShopifyColumn.HANDLE, "is empty");
    }
    return handle;
  }

  /// Shopify writes an apostrophe before SKUs and barcodes that a spreadsheet would take for
  /// numbers.
  String code(ShopifyColumn column) {
    String code = text(column);
    return code.startsWith("'") ? code.substring(1) : code;
  }

  /// The names of the options; none when the only one is the placeholder that Shopify gives to a
  /// product without options. Only the first row of a product has them.
  List<String> optionNames() {
    boolean placeholder =
        text(ShopifyColumn.OPTION_1_NAME).equals("Title")
            && text(ShopifyColumn.OPTION_1_VALUE).equals("Default Title");
    return placeholder
        ? List.of()
        : OPTION_NAMES.stream().map(this::text).filter(name -> !name.isEmpty()).toList();
  }

  List<String> optionValues(int options) {
    return OPTION_VALUES.stream().limit(options).map(this::text).toList();
  }

  /// Whether the row is a variant; other rows only add an image.
  boolean isVariant() {
    return !text(ShopifyColumn.OPTION_1_VALUE).isEmpty() || !text(ShopifyColumn.PRICE).isEmpty();
  }

  /// Old files have no such column.
  String status() {
    String status = text(ShopifyColumn.STATUS).toLowerCase(Locale.ROOT);
    return status.isEmpty() ? "active" : status;
  }

  boolean isPublished() {
    return status().equals("active") && !text(ShopifyColumn.PUBLISHED).equalsIgnoreCase("false");
  }

  /// Without a tracker nothing is counted, whatever the quantity column says.
  ExportedStock stock() {
    if (text(ShopifyColumn.TRACKER).isEmpty()) {
      return new ExportedStock.Uncounted();
    }
    if (text(ShopifyColumn.QUANTITY).isEmpty()) {
      throw cells.refused(
          ShopifyColumn.QUANTITY,
          "is empty although the stock is tracked (Shopify leaves it out for a shop with several"
              + " locations)");
    }
    return new ExportedStock.Counted(
        cells.wholeNumber(ShopifyColumn.QUANTITY, text(ShopifyColumn.QUANTITY)));
  }

  /// The policy is `continue` or `deny`.
  boolean isOverselling() {
    return text(ShopifyColumn.OVERSELLING).equalsIgnoreCase("continue");
  }

  int grams() {
    BigDecimal grams = cells.amount(ShopifyColumn.GRAMS);
    return grams == null ? 0 : grams.setScale(0, RoundingMode.HALF_UP).intValueExact();
  }
}
