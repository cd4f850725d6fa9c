package dev.trueup.sandbox.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// An item as a line of the [Journal], and back.
final class ItemSnapshot {
  private ItemSnapshot() {}

  static ObjectNode of(Item item) {
    ObjectNode node =
        Json.object()
            .put("id", item.id)
            .put("kind", item.kind.name())
            .put("parent", item.parent == null ? 0 : item.parent.id)
            .put("name", item.name)
            .put("slug", item.slug)
            .put("description", item.description)
            .put("shortDescription", item.shortDescription)
            .put("sku", item.sku)
            .put("barcode", item.barcode)
            .put("status", item.status)
            .put("weight", item.weight)
            .put("regularPrice", item.regularPrice)
            .put("salePrice", item.salePrice)
            .put("managesStock", item.managesStock)
            .put("quantity", item.quantity)
            .put("stockStatus", item.stockStatus.name())
            .put("backorders", item.backorders.name())
            .put("createdSecond", item.createdSecond)
            .put("modifiedSecond", item.modifiedSecond)
            .put("totalSales", item.totalSales)
            .put("menuOrder", item.menuOrder);
    node.set("categories", Json.numbers(item.categories));
    node.set("tags", Json.numbers(item.tags));
    node.set("options", Json.MAPPER.valueToTree(item.options));
    node.set("choices", Json.texts(item.choices));
    node.set("meta", Json.array().addAll(item.meta));
    node.set("others", Json.MAPPER.valueToTree(item.others));
    return node;
  }

  /// Brings the catalogue to the state of a line.
  static void restore(ObjectNode node, Catalogue catalogue) {
    int id = node.path("id").intValue();
    Optional<Item> known = catalogue.find(id);
    Item item = known.orElseGet(() -> created(node, id, catalogue));
    catalogue.renameSku(item, node.path("sku").textValue());
    texts(item, node);
    stock(item, node);
    item.createdSecond = node.path("createdSecond").longValue();
    item.modifiedSecond = node.path("modifiedSecond").longValue();
    item.totalSales = node.path("totalSales").intValue();
    item.menuOrder = node.path("menuOrder").intValue();
    item.categories = whole(node.path("categories"));
    item.tags = whole(node.path("tags"));
    item.options = options(node.path("options"));
    item.choices = strings(node.path("choices"));
    item.meta = meta(node.path("meta"));
    item.others = new TreeMap<>();
    node.path("others").properties().forEach(e -> item.others.put(e.getKey(), e.getValue()));
    if (known.isEmpty()) {
      catalogue.add(item);
    }
  }

  private static Item created(ObjectNode node, int id, Catalogue catalogue) {
    Kind kind = Kind.valueOf(node.path("kind").textValue());
    return new Item(id, kind, catalogue.find(node.path("parent").intValue()).orElse(null));
  }

  private static void texts(Item item, ObjectNode node) {
    item.name = node.path("name").textValue();
    item.slug = node.path("slug").textValue();
    item.description = node.path("description").textValue();
    item.shortDescription = node.path("shortDescription").textValue();
    item.barcode = node.path("barcode").textValue();
    item.status = node.path("status").textValue();
    item.weight = node.path("weight").textValue();
    item.regularPrice = node.path("regularPrice").textValue();
    item.salePrice = node.path("salePrice").textValue();
  }

  private static void stock(Item item, ObjectNode node) {
    item.managesStock = node.path("managesStock").booleanValue();
    JsonNode quantity = node.path("quantity");
    item.quantity = quantity.isNull() ? null : quantity.intValue();
    item.stockStatus = StockStatus.valueOf(node.path("stockStatus").textValue());
    item.backorders = Backorders.valueOf(node.path("backorders").textValue());
  }

  private static List<Option> options(JsonNode nodes) {
    List<Option> options = new ArrayList<>();
    for (JsonNode node : nodes) {
      options.add(Json.MAPPER.convertValue(node, Option.class));
    }
    return options;
  }

  private static List<Integer> whole(JsonNode nodes) {
    List<Integer> numbers = new ArrayList<>();
    nodes.forEach(node -> numbers.add(node.intValue()));
    return numbers;
  }

  private static List<String> strings(JsonNode nodes) {
    List<String> strings = new ArrayList<>();
    nodes.forEach(node -> strings.add(node.textValue()));
    return strings;
  }

  private static List<ObjectNode> meta(JsonNode nodes) {
    List<ObjectNode> meta = new ArrayList<>();
    nodes.forEach(node -> meta.add((ObjectNode) node));
    return meta;
  }
}
