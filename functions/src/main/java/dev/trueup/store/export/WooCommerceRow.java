package dev.trueup.store.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A row of WooCommerce's product export, in WooCommerce's terms. Source: WC_Product_CSV_Exporter.
record WooCommerceRow(CsvRow cells) {
  private static final String FORMULA_STARTS = "=+-@\t\r";
  private static final Pattern LINE_BREAK = Pattern.compile("(?<!\\\\)\\\\n");
  private static final Set<String> STOCKLESS = Set.of("grouped", "external");

  private static final Map<WooCommerceColumn, BigDecimal> GRAMS_PER_UNIT =
      Map.of(
          WooCommerceColumn.WEIGHT_KG, new BigDecimal("1000"),
          WooCommerceColumn.WEIGHT_G, BigDecimal.ONE,
          WooCommerceColumn.WEIGHT_LBS, new BigDecimal("453.59237"),
          WooCommerceColumn.WEIGHT_OZ, new BigDecimal("28.349523125"));

  /// The cell as the shop has it: the exporter writes an apostrophe before what a spreadsheet would
  /// take for a formula.
  String text(WooCommerceColumn column) {
    String text = cells.text(column);
    boolean escaped =
        text.length() > 1 && text.charAt(0) == '\'' && FORMULA_STARTS.indexOf(text.charAt(1)) >= 0;
    return escaped ? text.substring(1) : text;
  }

  String id() {
    String id = text(WooCommerceColumn.ID);
    if (id.isEmpty()) {
      throw cells.refused(WooCommerceColumn.ID, "is empty");
    }
    return id;
  }

  /// The first of the types: `simple, downloadable, virtual` is a simple product.
  private String type() {
    return text(WooCommerceColumn.TYPE).split(",", 2)[0].strip();
  }

  boolean isVariation() {
    return type().endsWith("variation");
  }

  /// Whether it can be bought itself, rather than through its variations or elsewhere.
  boolean isProductWithStock() {
    return !isVariation() && !type().startsWith("variable") && !STOCKLESS.contains(type());
  }

  /// Whether stock is counted here or, for a variation, on the parent; `parent` stands for the
  /// latter.
  ExportedStock stock(@Nullable WooCommerceRow parent) {
    String stock = text(WooCommerceColumn.STOCK);
    if (stock.isEmpty()) {
      return new ExportedStock.Uncounted();
    }
    if (!stock.equals("parent")) {
      return new ExportedStock.Counted(cells.wholeNumber(WooCommerceColumn.STOCK, stock));
    }
    if (parent != null && parent.stock(null) instanceof ExportedStock.Counted(int quantity)) {
      return new ExportedStock.CountedAtProduct(quantity);
    }
    throw cells.refused(
        WooCommerceColumn.STOCK, "is 'parent', but the file does not hold the parent's stock");
  }

  /// A product that can be back-ordered can be bought.
  boolean isInStock() {
    return !text(WooCommerceColumn.IN_STOCK).equals("0");
  }

  /// `1` and `notify` allow it.
  boolean isBackorderable() {
    String backorders = text(WooCommerceColumn.BACKORDERS);
    return !backorders.isEmpty() && !backorders.equals("0");
  }

  /// Stored encoded where it was written over the REST API.
  String name() {
    return Entities.decoded(text(WooCommerceColumn.NAME));
  }

  String status() {
    return switch (text(WooCommerceColumn.PUBLISHED)) {
      case "1", "" -> "publish";
      case "0" -> "private";
      case "2" -> "pending";
      default -> "draft";
    };
  }

  /// Line breaks are written as `\n`, and a real `\n` with two backslashes.
  String description() {
    return LINE_BREAK
        .matcher(text(WooCommerceColumn.DESCRIPTION))
        .replaceAll("\n")
        .replace("\\\\n", "\\n");
  }

  @Nullable BigDecimal price() {
    BigDecimal sale = cells.amount(WooCommerceColumn.SALE_PRICE);
    return sale == null ? cells.amount(WooCommerceColumn.REGULAR_PRICE) : sale;
  }

  @Nullable BigDecimal compareAtPrice() {
    return cells.text(WooCommerceColumn.SALE_PRICE).isEmpty()
        ? null
        : cells.amount(WooCommerceColumn.REGULAR_PRICE);
  }

  int grams() {
    BigDecimal grams = BigDecimal.ZERO;
    for (Map.Entry<WooCommerceColumn, BigDecimal> unit : GRAMS_PER_UNIT.entrySet()) {
      BigDecimal weight = cells.amount(unit.getKey());
      grams = weight == null ? grams : grams.add(weight.multiply(unit.getValue()));
    }
    return grams.setScale(0, RoundingMode.HALF_UP).intValueExact();
  }
}
