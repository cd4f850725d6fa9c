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

/// The answers' shapes: a product, a variation under its product, and a variation in the list of
/// all. The order of fields is that of the recorded answers.
final class Shapes {
  private final SiteTime time;
  private final Terms terms;
  private final Links links;
  private final Shape product;
  private final Shape variation;
  private final Shape listedVariation;

  Shapes(SiteTime time, Terms terms, Links links) {
    this.time = time;
    this.terms = terms;
    this.links = links;
    this.product = productShape();
    List<Field> fields = variationFields();
    this.variation = new Shape(fields, fields, links::ofVariation);
    this.listedVariation = new Shape(fields, fields, links::ofListedVariation);
  }

  Shape product() {
    return product;
  }

  Shape variation() {
    return variation;
  }

  Shape listedVariation() {
    return listedVariation;
  }

  private Shape productShape() {
    List<Field> viewed = join(Stream.of(identity(), offer(), stock(), belonging(), tail()));
    Stream<Field> forEditors =
        Stream.of(
            text("permalink_template", _ -> links.shop() + "/product/%pagename%/"),
            text("generated_slug", item -> item.slug));
    return new Shape(viewed, join(Stream.of(viewed.stream(), forEditors)), links::ofProduct);
  }

  private Stream<Field> identity() {
    return Stream.of(
            Stream.of(
                whole("id", item -> item.id),
                text("name", Item::fullName),
                text("slug", Shapes::slug),
                text("permalink", links::permalink)),
            dates(),
            Stream.of(
                text("type", item -> item.kind.word()),
                text("status", item -> item.status),
                kept("featured", false),
                kept("catalog_visibility", "visible"),
                described("description", item -> item.description),
                described("short_description", item -> item.shortDescription),
                text("sku", item -> item.sku)))
        .flatMap(fields -> fields);
  }

  private static String slug(Item item) {
    return item.parent == null
        ? item.slug
        : item.parent.slug + "-" + WebText.slug(item.choicesText());
  }

  private Stream<Field> dates() {
    return Stream.of(
        text("date_created", item -> time.local(item.createdSecond)),
        text("date_created_gmt", item -> time.gmt(item.createdSecond)),
        text("date_modified", item -> time.local(item.modifiedSecond)),
        text("date_modified_gmt", item -> time.gmt(item.modifiedSecond)));
  }

  private static Field described(String name, Function<Item, String> html) {
    return new Field(
        name,
        (item, view) ->
            Json.NODES.textNode(
                view == View.VIEW ? WebText.paragraphs(html.apply(item)) : html.apply(item)));
  }

  private static Stream<Field> prices() {
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

  private static Field purchasable() {
    return flag("purchasable", i -> i.status.equals("publish") && !i.price().isEmpty());
  }

  private static Stream<Field> downloads() {
    return Stream.of(
        kept("virtual", false),
        kept("downloadable", false),
        keptList("downloads"),
        kept("download_limit", -1),
        kept("download_expiry", -1));
  }

  private Stream<Field> offer() {
    return Stream.of(
            prices(),
            Stream.of(purchasable(), node("total_sales", Shapes::totalSales)),
            downloads(),
            Stream.of(
                kept("external_url", ""),
                kept("button_text", ""),
                kept("tax_status", "taxable"),
                kept("tax_class", "")))
        .flatMap(fields -> fields);
  }

  /// A number of products, a text of variations.
  private static JsonNode totalSales(Item item) {
    return item.isVariation()
        ? Json.NODES.textNode(Integer.toString(item.totalSales))
        : Json.NODES.numberNode(item.totalSales);
  }

  private static Stream<Field> managed() {
    return Stream.of(
        node("manage_stock", Shapes::manageStock), whole("stock_quantity", Item::shownQuantity));
  }

  private static Stream<Field> backorders() {
    return Stream.of(
        text("backorders", item -> item.stockHolder().backorders.word()),
        flag("backorders_allowed", item -> item.stockHolder().backorders != Backorders.NO),
        flag("backordered", Shapes::backordered),
        keptOrNull("low_stock_amount"));
  }

  private static boolean backordered(Item item) {
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

  private static Stream<Field> parcel() {
    return Stream.of(
        text("weight", i -> i.weight.isEmpty() && i.parent != null ? i.parent.weight : i.weight),
        kept(
            "dimensions",
            () -> Json.object().put("length", "").put("width", "").put("height", "")));
  }

  private static Stream<Field> shippingClass() {
    return Stream.of(kept("shipping_class", ""), kept("shipping_class_id", 0));
  }

  private Stream<Field> stock() {
    return Stream.of(
            managed(),
            backorders(),
            Stream.of(kept("sold_individually", false)),
            parcel(),
            Stream.of(kept("shipping_required", true), kept("shipping_taxable", true)),
            shippingClass())
        .flatMap(fields -> fields);
  }

  private Stream<Field> belonging() {
    return Stream.of(
        node("reviews_allowed", item -> reviewsAllowed(item)),
        kept("average_rating", "0.00"),
        kept("rating_count", 0),
        keptList("upsell_ids"),
        keptList("cross_sell_ids"),
        whole("parent_id", item -> item.parent == null ? 0 : item.parent.id),
        kept("purchase_note", ""),
        node("categories", item -> termNodes(item.categories.stream().map(terms::category))),
        keptList("brands"),
        node("tags", item -> termNodes(item.tags.stream().map(terms::tag))),
        keptList("images"),
        node("attributes", Shapes::attributes),
        keptList("default_attributes"),
        node("variations", i -> Json.numbers(i.variations.stream().map(v -> v.id).toList())),
        keptList("grouped_products"),
        whole("menu_order", item -> item.menuOrder));
  }

  private static JsonNode reviewsAllowed(Item item) {
    return item.other("reviews_allowed")
        .orElseGet(() -> Json.NODES.booleanNode(!item.isVariation()));
  }

  private static ArrayNode termNodes(Stream<java.util.Optional<Terms.Term>> terms) {
    ArrayNode nodes = Json.array();
    terms
        .flatMap(java.util.Optional::stream)
        .forEach(term ->
            nodes
                .addObject()
                .put("id", term.id())
                .put("name", term.name())
                .put("slug", term.slug()));
    return nodes;
  }

  private static Stream<Field> tail() {
    return Stream.of(
        text("price_html", PriceText::html),
        keptList("related_ids"),
        meta(),
        text("stock_status", item -> item.stockStatus.word()),
        flag("has_options", item -> item.kind == Kind.VARIABLE),
        kept("post_password", ""),
        text("global_unique_id", item -> item.barcode));
  }

  private static Field meta() {
    return node("meta_data", item -> Json.array().addAll(item.meta));
  }

  private List<Field> variationFields() {
    return join(
        Stream.of(
            Stream.of(whole("id", item -> item.id), text("type", item -> item.kind.word())),
            dates(),
            Stream.of(
                described("description", item -> item.description),
                text("permalink", links::permalink),
                text("sku", item -> item.sku),
                text("global_unique_id", item -> item.barcode)),
            prices(),
            Stream.of(text("status", item -> item.status), purchasable()),
            downloads(),
            Stream.of(kept("tax_status", "taxable"), taxClass()),
            managed(),
            Stream.of(text("stock_status", item -> item.stockStatus.word())),
            backorders(),
            parcel(),
            shippingClass(),
            Stream.of(
                keptOrNull("image"),
                node("attributes", Shapes::attributes),
                whole("menu_order", item -> item.menuOrder),
                meta(),
                text("name", Item::choicesText),
                whole("parent_id", item -> item.parent == null ? 0 : item.parent.id))));
  }

  /// Writers are told that it is the product's, readers which one that is.
  private static Field taxClass() {
    return new Field(
        "tax_class",
        (item, view) ->
            item.other("tax_class")
                .orElseGet(() -> Json.NODES.textNode(view == View.EDIT ? "parent" : "")));
  }

  private static JsonNode attributes(Item item) {
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

  private static List<Field> join(Stream<Stream<Field>> parts) {
    return parts.flatMap(fields -> fields).toList();
  }
}
