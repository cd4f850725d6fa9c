package dev.trueup.sandbox.woocommerce;

import static dev.trueup.sandbox.woocommerce.Field.flag;
import static dev.trueup.sandbox.woocommerce.Field.kept;
import static dev.trueup.sandbox.woocommerce.Field.keptList;
import static dev.trueup.sandbox.woocommerce.Field.keptOrNull;
import static dev.trueup.sandbox.woocommerce.Field.node;
import static dev.trueup.sandbox.woocommerce.Field.text;
import static dev.trueup.sandbox.woocommerce.Field.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// Fields that products and variations share, in the groups in which both have them.
final class ItemFields {
  private ItemFields() {}

  static Field described(String name, Function<Item, String> html) {
    return new Field(
        name,
        (item, view) ->
            Json.NODES.textNode(
                view == View.VIEW ? WebText.paragraphs(html.apply(item)) : html.apply(item)));
  }

  static Stream<Field> prices() {
    return Stream.of(
        text("price", Item::price),
        text("regular_price", item -> item.regularPrice),
        text("sale_price", item -> item.salePrice),
        keptOrNull("date_on_sale_from"),
        keptOrNull("date_on_sale_from_gmt"),
        keptOrNull("date_on_sale_to"),
        keptOrNull("date_on_sale_to_gmt"),
        flag("on_sale", Item::onSale));
  }

  static Field purchasable() {
    return flag("purchasable", i -> i.status.equals("publish") && !i.price().isEmpty());
  }

  static Stream<Field> downloads() {
    return Stream.of(
        kept("virtual", false),
        kept("downloadable", false),
        keptList("downloads"),
        kept("download_limit", -1),
        kept("download_expiry", -1));
  }

  /// A number of products, a text of variations.
  static JsonNode totalSales(Item item) {
    return item.isVariation()
        ? Json.NODES.textNode(Integer.toString(item.totalSales))
        : Json.NODES.numberNode(item.totalSales);
  }

  static Stream<Field> managed() {
    return Stream.of(
        node("manage_stock", ItemFields::manageStock),
        whole("stock_quantity", Item::shownQuantity));
  }

  static Stream<Field> backorders() {
    return Stream.of(
        text("backorders", item -> item.stockHolder().backorders.word()),
        flag("backorders_allowed", item -> item.stockHolder().backorders != Backorders.NO),
        flag("backordered", ItemFields::backordered),
        keptOrNull("low_stock_amount"));
  }

  static boolean backordered(Item item) {
    Integer quantity = item.shownQuantity();
    return quantity == null
        ? item.stockStatus == StockStatus.ONBACKORDER
        : quantity < 0 && item.stockHolder().backorders != Backorders.NO;
  }

  /// The text `parent` where the product counts for its variation.
  static JsonNode manageStock(Item item) {
    return item.isParentManaged()
        ? Json.NODES.textNode("parent")
        : Json.NODES.booleanNode(item.managesStock);
  }

  static Stream<Field> parcel() {
    return Stream.of(
        text("weight", i -> i.weight.isEmpty() && i.parent != null ? i.parent.weight : i.weight),
        kept(
            "dimensions",
            () -> Json.object().put("length", "").put("width", "").put("height", "")));
  }

  static Stream<Field> shippingClass() {
    return Stream.of(kept("shipping_class", ""), kept("shipping_class_id", 0));
  }

  static JsonNode reviewsAllowed(Item item) {
    return item.other("reviews_allowed")
        .orElseGet(() -> Json.NODES.booleanNode(!item.isVariation()));
  }

  static Field meta() {
    return node("meta_data", item -> Json.array().addAll(item.meta));
  }

  /// Writers are told that it is the product's, readers which one that is.
  static Field taxClass() {
    return new Field(
        "tax_class",
        (item, view) ->
            item.other("tax_class")
                .orElseGet(() -> Json.NODES.textNode(view == View.EDIT ? "parent" : "")));
  }

  static JsonNode attributes(Item item) {
    ArrayNode nodes = Json.array();
    if (item.parent == null) {
      item.options.forEach(option ->
          nodes
              .addObject()
              .put("id", 0)
              .put("name", option.name())
              .put("slug", option.name())
              .put("position", option.position())
              .put("visible", option.visible())
              .put("variation", option.variation())
              .set("options", Json.texts(option.values())));
      return nodes;
    }
    List<Option> options = item.parent.varyingOptions();
    for (int i = 0; i < Math.min(options.size(), item.choices.size()); i++) {
      Option option = options.get(i);
      if (!item.choices.get(i).isEmpty()) {
        nodes
            .addObject()
            .put("id", 0)
            .put("name", option.name())
            .put("slug", option.slug())
            .put("option", item.choices.get(i));
      }
    }
    return nodes;
  }
}
