package dev.trueup.store.export;

import dev.trueup.catalog.Platform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Reads Shopify's product export: the rows of one handle are one product, the first of them also
/// describes it. Source: help.shopify.com/en/manual/products/import-export/using-csv.
final class ShopifyExport {
  static final String DESCRIPTION =
      "Shopify's product export, which holds quantities only for a shop with one location (the"
          + " inventory export is another file)";

  private final CsvTable table;
  private final AcceptedRows accepted = new AcceptedRows();

  ShopifyExport(CsvTable table) {
    this.table = table;
  }

  ExportFile read() {
    Map<String, List<ShopifyRow>> rows = new LinkedHashMap<>();
    for (CsvRow cells : table.rows()) {
      ShopifyRow row = new ShopifyRow(cells);
      accepted
          .attempt(row::handle)
          .ifPresent(handle -> rows.computeIfAbsent(handle, _ -> new ArrayList<>()).add(row));
    }
    List<ExportedProduct> products =
        rows.values().stream().flatMap(ofProduct -> product(ofProduct).stream()).toList();
    return new ExportFile(table.file(), Platform.SHOPIFY, products, accepted.rejected());
  }

  private List<ExportedProduct> product(List<ShopifyRow> rows) {
    ShopifyRow first = rows.getFirst();
    int options = first.optionNames().size();
    List<ExportedVariant> variants =
        Stream.concat(Stream.of(first), rows.stream().skip(1).filter(ShopifyRow::isVariant))
            .flatMap(row -> accepted.variant(row.cells(), () -> variant(row, options)).stream())
            .toList();
    return variants.isEmpty() ? List.of() : List.of(product(first, variants));
  }

  private static ExportedProduct product(ShopifyRow first, List<ExportedVariant> variants) {
    return new ExportedProduct(
        first.handle(),
        first.handle(),
        first.text(ShopifyColumn.TITLE),
        first.text(ShopifyColumn.DESCRIPTION),
        first.text(ShopifyColumn.VENDOR),
        first.text(ShopifyColumn.TYPE),
        List.of(),
        CellList.plain(first.text(ShopifyColumn.TAGS)),
        first.status(),
        first.isPublished(),
        first.optionNames(),
        variants);
  }

  private static ExportedVariant variant(ShopifyRow row, int options) {
    List<String> values = row.optionValues(options);
    ExportedStock stock = row.stock();
    boolean soldOut = stock instanceof ExportedStock.Counted(int quantity) && quantity <= 0;
    return new ExportedVariant(
        id(row.handle(), values),
        values,
        row.code(ShopifyColumn.SKU),
        row.code(ShopifyColumn.BARCODE),
        row.cells().amount(ShopifyColumn.PRICE),
        row.cells().amount(ShopifyColumn.COMPARE_AT_PRICE),
        stock,
        !soldOut || row.isOverselling(),
        row.isOverselling(),
        row.grams());
  }

  private static String id(String handle, List<String> values) {
    StringBuilder id = new StringBuilder(handle);
    for (String value : values) {
      id.append('/').append(value.replace("%", "%25").replace("/", "%2F"));
    }
    return id.toString();
  }
}
