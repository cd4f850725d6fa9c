package dev.trueup.store.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trueup.catalog.Facets;
import dev.trueup.catalog.RecordRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Asks for products and variations with the fields that stock needs, and understands the answers.
final class StockItems {
  static final String PRODUCTS = "wc/v3/products";

  /// All variations of the shop, since WooCommerce 10.3; read only.
  static final String VARIATIONS = "wc/v3/variations";

  private static final List<String> STOCK_FIELDS =
      List.of("id", "type", "sku", "manage_stock", "stock_quantity", "stock_status", "backorders");
  private static final Set<String> STATUSES = Set.of("instock", "outofstock", "onbackorder");

  private StockItems() {}

  static String variationsOf(String parentId) {
    return PRODUCTS + "/" + parentId + "/variations";
  }

  /// Products of every status but the trash: a draft or private product has stock as well.
  ///
  /// @param facets whether categories, tags and status are needed
  static Query products(boolean facets) {
    return query(
        PRODUCTS, facets ? List.of("name", "categories", "tags", "status") : List.of("name"));
  }

  /// @param path [#VARIATIONS] or [#variationsOf]
  static Query variations(String path) {
    return query(path, List.of("parent_id", "attributes"));
  }

  private static Query query(String path, List<String> moreFields) {
    var fields = new ArrayList<>(STOCK_FIELDS);
    fields.addAll(moreFields);
    return Query.of(path).with("status", "any").with("_fields", fields);
  }

  /// @throws MalformedItemException with a sentence that says what is wrong with it
  static StockItem product(JsonNode json) {
    return understood(json, "");
  }

  /// @param parentId for an answer that does not name the product
  /// @throws MalformedItemException with a sentence that says what is wrong with it
  static StockItem variation(JsonNode json, String parentId) {
    long named = json.path("parent_id").asLong(0);
    String parent = named > 0 ? Long.toString(named) : parentId;
    if (parent.isEmpty()) {
      throw new MalformedItemException(json, "it names no product that it belongs to");
    }
    return understood(json, parent);
  }

  /// @param parentId empty for a product
  /// @throws MalformedItemException with a sentence that says what is wrong with it
  static StockItem item(JsonNode json, String parentId) {
    return parentId.isEmpty() ? product(json) : variation(json, parentId);
  }

  static Parent parent(JsonNode product) {
    return new Parent(name(product), facets(product));
  }

  static long id(JsonNode json) {
    return json.path("id").asLong(0);
  }

  private static StockItem understood(JsonNode json, String parentId) {
    if (id(json) <= 0) {
      throw new MalformedItemException(json, "it has no id");
    }
    String status = json.path("stock_status").asText("");
    if (!STATUSES.contains(status)) {
      throw new MalformedItemException(json, "its stock status is “" + status + "”");
    }
    String backorders = json.path("backorders").asText("no");
    return new StockItem(
        new RecordRef(Long.toString(id(json)), parentId),
        json.path("type").asText(parentId.isEmpty() ? "simple" : "variation"),
        parentId.isEmpty() ? name(json) : "",
        json.path("sku").asText("").strip(),
        parentId.isEmpty() ? List.of() : optionValues(json),
        counting(json),
        quantity(json),
        !status.equals("outofstock"),
        backorders.equals("yes") || backorders.equals("notify"),
        facets(json));
  }

  private static String name(JsonNode json) {
    return WebText.decoded(json.path("name").asText(""));
  }

  private static Facets facets(JsonNode product) {
    return new Facets(
        names(product.path("categories")),
        names(product.path("tags")),
        product.path("status").asText(""));
  }

  private static Counting counting(JsonNode json) {
    JsonNode managed = json.path("manage_stock");
    if (managed.isBoolean()) {
      return managed.booleanValue() ? Counting.ITSELF : Counting.NOT;
    }
    if (managed.asText("").equals("parent")) {
      return Counting.PARENT;
    }
    throw new MalformedItemException(json, "manage_stock is " + managed);
  }

  private static BigDecimal quantity(JsonNode json) {
    JsonNode quantity = json.path("stock_quantity");
    if (quantity.isNumber()) {
      return quantity.decimalValue();
    }
    if (quantity.isNull() || quantity.isMissingNode()) {
      return BigDecimal.ZERO;
    }
    throw new MalformedItemException(json, "its stock quantity is " + quantity);
  }

  /// A variation for “any” value of an attribute has no option there.
  private static List<String> optionValues(JsonNode json) {
    var options = new ArrayList<String>();
    for (JsonNode attribute : json.path("attributes")) {
      String option = WebText.decoded(attribute.path("option").asText(""));
      if (!option.isEmpty()) {
        options.add(option);
      }
    }
    return options;
  }

  private static List<String> names(JsonNode terms) {
    var names = new ArrayList<String>();
    terms.forEach(term -> names.add(name(term)));
    return names;
  }
}
