package dev.trueup.store.export;

import dev.trueup.catalog.Platform;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads WooCommerce's product export: a row is a product, or a variation that names its parent by
/// SKU or as `id:44`, before or after it.
///
/// Grouped and external products are left out, having no stock, and so is a variable product none
/// of whose variations is in the file. A variation whose parent is not in the file is a product of
/// its own. Source: WC_Product_CSV_Exporter.
final class WooCommerceExport {
  static final String DESCRIPTION =
      "WooCommerce's product export with all columns, made in English, German, French or Spanish";

  private final CsvTable table;
  private final WooCommerceAttributes attributes;
  private final AcceptedRows accepted = new AcceptedRows();

  WooCommerceExport(CsvTable table) {
    this.table = table;
    this.attributes = WooCommerceAttributes.of(table.header());
  }

  /// A product's row with the rows of what can be bought of it: its variations, or itself.
  private record Family(WooCommerceRow product, List<WooCommerceRow> members) {}

  ExportFile read() {
    List<WooCommerceRow> rows = table.rows().stream().map(WooCommerceRow::new).toList();
    List<ExportedProduct> products =
        families(rows).stream().flatMap(family -> product(family).stream()).toList();
    return new ExportFile(table.file(), Platform.WOOCOMMERCE, products, accepted.rejected());
  }

  /// In the order of the file.
  private static Collection<Family> families(List<WooCommerceRow> rows) {
    Map<String, WooCommerceRow> parents = parents(rows);
    Map<Long, Family> families = new LinkedHashMap<>();
    for (WooCommerceRow row : rows) {
      WooCommerceRow product =
          row.isVariation() ? parents.getOrDefault(row.text(WooCommerceColumn.PARENT), row) : row;
      if (row.isVariation() || row.isProductWithStock()) {
        families
            .computeIfAbsent(product.cells().number(), _ -> new Family(product, new ArrayList<>()))
            .members()
            .add(row);
      }
    }
    return families.values();
  }

  /// The rows that can be parents, by what the parent column may say.
  private static Map<String, WooCommerceRow> parents(List<WooCommerceRow> rows) {
    Map<String, WooCommerceRow> parents = new HashMap<>();
    for (WooCommerceRow row : rows) {
      if (!row.isVariation()) {
        parents.put("id:" + row.text(WooCommerceColumn.ID), row);
        parents.put(row.text(WooCommerceColumn.SKU), row);
      }
    }
    parents.remove("");
    return parents;
  }

  /// The product, unless none of its rows can be understood.
  private List<ExportedProduct> product(Family family) {
    List<Map<String, String>> options = family.members().stream().map(this::options).toList();
    List<String> optionNames =
        options.stream().flatMap(ofRow -> ofRow.keySet().stream()).distinct().toList();
    List<ExportedVariant> variants = new ArrayList<>();
    for (int i = 0; i < family.members().size(); i++) {
      WooCommerceRow row = family.members().get(i);
      Map<String, String> ofRow = options.get(i);
      List<String> values = optionNames.stream().map(name -> ofRow.getOrDefault(name, "")).toList();
      accepted
          .variant(row.cells(), () -> variant(row, family.product(), values))
          .ifPresent(variants::add);
    }
    return variants.isEmpty()
        ? List.of()
        : List.of(product(family.product(), optionNames, variants));
  }

  /// Attributes of a simple product only describe it.
  private Map<String, String> options(WooCommerceRow row) {
    return row.isVariation() ? attributes.of(row.cells()) : Map.of();
  }

  private static ExportedProduct product(
      WooCommerceRow row, List<String> optionNames, List<ExportedVariant> variants) {
    return new ExportedProduct(
        row.text(WooCommerceColumn.ID),
        "",
        row.name(),
        row.description(),
        "",
        "",
        CellList.escaped(row.text(WooCommerceColumn.CATEGORIES)).stream()
            .map(path -> path.substring(path.lastIndexOf('>') + 1).strip())
            .toList(),
        CellList.escaped(row.text(WooCommerceColumn.TAGS)),
        row.status(),
        row.status().equals("publish"),
        optionNames,
        variants);
  }

  /// A variation without a weight has its product's, and shares its backorders with the stock.
  private static ExportedVariant variant(
      WooCommerceRow row, WooCommerceRow product, List<String> optionValues) {
    ExportedStock stock = row.stock(product);
    boolean shared = stock instanceof ExportedStock.CountedAtProduct;
    return new ExportedVariant(
        row.id(),
        optionValues,
        row.text(WooCommerceColumn.SKU),
        row.text(WooCommerceColumn.BARCODE),
        row.price(),
        row.compareAtPrice(),
        stock,
        row.isInStock(),
        (shared ? product : row).isBackorderable(),
        row.grams() == 0 ? product.grams() : row.grams());
  }
}
