package dev.trueup.sandbox.woocommerce;

import static dev.trueup.sandbox.woocommerce.Field.flag;
import static dev.trueup.sandbox.woocommerce.Field.kept;
import static dev.trueup.sandbox.woocommerce.Field.keptList;
import static dev.trueup.sandbox.woocommerce.Field.keptOrNull;
import static dev.trueup.sandbox.woocommerce.Field.node;
import static dev.trueup.sandbox.woocommerce.Field.text;
import static dev.trueup.sandbox.woocommerce.Field.whole;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
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
                ItemFields.described("description", item -> item.description),
                ItemFields.described("short_description", item -> item.shortDescription),
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

  private Stream<Field> offer() {
    return Stream.of(
            ItemFields.prices(),
            Stream.of(ItemFields.purchasable(), node("total_sales", ItemFields::totalSales)),
            ItemFields.downloads(),
            Stream.of(
                kept("external_url", ""),
                kept("button_text", ""),
                kept("tax_status", "taxable"),
                kept("tax_class", "")))
        .flatMap(fields -> fields);
  }

  private Stream<Field> stock() {
    return Stream.of(
            ItemFields.managed(),
            ItemFields.backorders(),
            Stream.of(kept("sold_individually", false)),
            ItemFields.parcel(),
            Stream.of(kept("shipping_required", true), kept("shipping_taxable", true)),
            ItemFields.shippingClass())
        .flatMap(fields -> fields);
  }

  private Stream<Field> belonging() {
    return Stream.of(
        node("reviews_allowed", ItemFields::reviewsAllowed),
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
        node("attributes", ItemFields::attributes),
        keptList("default_attributes"),
        node("variations", i -> Json.numbers(i.liveVariations().map(v -> v.id).toList())),
        keptList("grouped_products"),
        whole("menu_order", item -> item.menuOrder));
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
        ItemFields.meta(),
        text("stock_status", item -> item.stockStatus.word()),
        flag("has_options", item -> item.kind == Kind.VARIABLE),
        kept("post_password", ""),
        text("global_unique_id", item -> item.barcode));
  }

  private List<Field> variationFields() {
    return join(
        Stream.of(
            Stream.of(whole("id", item -> item.id), text("type", item -> item.kind.word())),
            dates(),
            Stream.of(
                ItemFields.described("description", item -> item.description),
                text("permalink", links::permalink),
                text("sku", item -> item.sku),
                text("global_unique_id", item -> item.barcode)),
            ItemFields.prices(),
            Stream.of(text("status", item -> item.status), ItemFields.purchasable()),
            ItemFields.downloads(),
            Stream.of(kept("tax_status", "taxable"), ItemFields.taxClass()),
            ItemFields.managed(),
            Stream.of(text("stock_status", item -> item.stockStatus.word())),
            ItemFields.backorders(),
            ItemFields.parcel(),
            ItemFields.shippingClass(),
            Stream.of(
                keptOrNull("image"),
                node("attributes", ItemFields::attributes),
                whole("menu_order", item -> item.menuOrder),
                ItemFields.meta(),
                text("name", Item::choicesText),
                whole("parent_id", item -> item.parent == null ? 0 : item.parent.id))));
  }

  private static List<Field> join(Stream<Stream<Field>> parts) {
    return parts.flatMap(fields -> fields).toList();
  }
}
