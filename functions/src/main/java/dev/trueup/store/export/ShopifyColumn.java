package dev.trueup.store.export;

import java.util.List;

/// The columns of Shopify's product export that matter here: the current header, then the one used
/// until 2025. Headers are always English. Source:
/// help.shopify.com/en/manual/products/import-export/using-csv and the template linked there.
enum ShopifyColumn implements ExportColumn {
  HANDLE(true, "URL handle", "Handle"),
  TITLE(true, "Title"),
  DESCRIPTION(false, "Description", "Body (HTML)"),
  VENDOR(false, "Vendor"),
  TYPE(false, "Type"),
  TAGS(false, "Tags"),
  PUBLISHED(false, "Published on online store", "Published"),
  STATUS(false, "Status"),
  OPTION_1_NAME(false, "Option1 name"),
  OPTION_1_VALUE(false, "Option1 value"),
  OPTION_2_NAME(false, "Option2 name"),
  OPTION_2_VALUE(false, "Option2 value"),
  OPTION_3_NAME(false, "Option3 name"),
  OPTION_3_VALUE(false, "Option3 value"),
  SKU(false, "SKU", "Variant SKU"),
  BARCODE(false, "Barcode", "Variant Barcode"),
  PRICE(false, "Price", "Variant Price"),
  COMPARE_AT_PRICE(false, "Compare-at price", "Variant Compare At Price"),
  TRACKER(true, "Inventory tracker", "Variant Inventory Tracker"),
  QUANTITY(true, "Inventory quantity", "Variant Inventory Qty"),
  OVERSELLING(false, "Continue selling when out of stock", "Variant Inventory Policy"),
  GRAMS(false, "Weight value (grams)", "Variant Grams");

  private final boolean required;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> headers;

  ShopifyColumn(boolean required, String... headers) {
    this.required = required;
    this.headers = List.of(headers);
  }

  @Override
  public List<String> headers() {
    return headers;
  }

  @Override
  public boolean required() {
    return required;
  }

  @Override
  public String expected() {
    return String.join(" / ", headers);
  }
}
