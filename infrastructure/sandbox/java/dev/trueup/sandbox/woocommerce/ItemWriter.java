package dev.trueup.sandbox.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Changes an item by the fields of a write, in the order and with the tolerance of WooCommerce's
/// controllers.
final class ItemWriter {
  private static final Set<String> KEPT =
      Set.of(
          "featured",
          "catalog_visibility",
          "purchase_note",
          "sold_individually",
          "virtual",
          "downloadable",
          "download_limit",
          "download_expiry",
          "dimensions",
          "shipping_class",
          "upsell_ids",
          "cross_sell_ids",
          "external_url",
          "button_text",
          "reviews_allowed",
          "default_attributes",
          "low_stock_amount",
          "post_password",
          "tax_status",
          "tax_class");
  private static final Set<String> NOT_SIMULATED =
      Set.of(
          "downloads",
          "brands",
          "grouped_products",
          "images",
          "image",
          "date_on_sale_from",
          "date_on_sale_from_gmt",
          "date_on_sale_to",
          "date_on_sale_to_gmt",
          "date_created",
          "date_created_gmt");

  private final Catalogue catalogue;
  private final Nonsense nonsense;
  private final Map<String, BodyRule> productRules = BodyRules.product();
  private final Map<String, BodyRule> variationRules = BodyRules.variation();

  ItemWriter(Catalogue catalogue, Nonsense nonsense) {
    this.catalogue = catalogue;
    this.nonsense = nonsense;
  }

  /// Refuses what the API does not have; in a single write also what has the wrong type.
  void check(WriteBody body, boolean variation) {
    Map<String, BodyRule> rules = variation ? variationRules : productRules;
    InvalidParameters invalid = new InvalidParameters();
    for (Map.Entry<String, JsonNode> field : body.fields().properties()) {
      BodyRule rule = rules.get(field.getKey());
      JsonNode value = field.getValue();
      if (rule == null) {
        invalid.addUnknown(field.getKey());
      } else if (!body.batch() && !value.isNull() && !rule.accepts(value)) {
        rule.report(field.getKey(), invalid);
      }
      if (NOT_SIMULATED.contains(field.getKey()) && rule instanceof BodyRule.OfType) {
        throw Refusal.notSimulated("writing " + field.getKey());
      }
    }
    invalid.refuseIfAny();
    for (JsonNode attribute : body.node("attributes")) {
      if (attribute.path("id").asInt() != 0) {
        throw Refusal.notSimulated("a global attribute");
      }
    }
  }

  /// Nothing is changed where this throws.
  ///
  /// @param where for the list of nonsense
  /// @param seen the quantity that the shop had loaded before it writes
  void write(String where, Item item, WriteBody body, Seen seen) {
    Map<String, BodyRule> rules = item.isVariation() ? variationRules : productRules;
    nonsense.inspect(where, body.fields(), rules, item);
    for (JsonNode category : body.node("categories")) {
      if (catalogue.terms().category(category.path("id").asInt()).isEmpty()) {
        nonsense.note(where, "category " + category + " does not exist");
      }
    }
    change(item, body, seen);
    item.writes++;
  }

  /// As [#write], by somebody whose sense is not judged.
  void change(Item item, WriteBody body, Seen seen) {
    if (body.has("sku")) {
      catalogue.renameSku(item, acceptedSku(item, body.text("sku").strip()));
    }
    describe(item, body);
    price(item, body);
    new StockWrite(item, body, seen).apply();
    terms(item, body);
    options(item, body);
    meta(item, body);
    KEPT.stream().filter(body::has).forEach(name -> item.setOther(name, body.node(name)));
  }

  private String acceptedSku(Item item, String sku) {
    List<Item> holders = catalogue.bySku(sku).stream().filter(other -> other != item).toList();
    if (holders.isEmpty()) {
      return sku;
    }
    if (holders.stream().allMatch(Item::isTrashed)) {
      throw Refusal.skuHeldByTrash(sku);
    }
    int next = 1;
    while (!catalogue.bySku(sku + "-" + next).isEmpty()) {
      next++;
    }
    throw Refusal.duplicateSku(holders.getFirst().id, sku + "-" + next);
  }

  private static void describe(Item item, WriteBody body) {
    if (body.has("name") && !item.isVariation()) {
      item.name = WebText.encode(body.text("name"));
    }
    if (body.has("slug")) {
      item.slug = WebText.slug(body.text("slug"));
    }
    if (body.has("description")) {
      item.description = body.text("description");
    }
    if (body.has("short_description")) {
      item.shortDescription = body.text("short_description");
    }
    if (body.has("status")) {
      String status = body.text("status");
      item.status = BodyRules.PRODUCT_STATUSES.contains(status) ? status : "draft";
    }
    if (body.has("global_unique_id")) {
      item.barcode = body.text("global_unique_id");
    }
    if (body.has("weight")) {
      item.weight = PriceText.stored(body.text("weight"));
    }
    if (body.has("menu_order")) {
      item.menuOrder = body.whole("menu_order");
    }
  }

  private static void price(Item item, WriteBody body) {
    if (item.kind == Kind.VARIABLE) {
      return;
    }
    if (body.has("regular_price")) {
      item.regularPrice = PriceText.stored(body.text("regular_price"));
    }
    if (body.has("sale_price")) {
      item.salePrice = PriceText.stored(body.text("sale_price"));
    }
  }

  private void terms(Item item, WriteBody body) {
    if (body.has("categories")) {
      Set<Integer> ids = new LinkedHashSet<>();
      for (JsonNode category : body.node("categories")) {
        int id = category.path("id").asInt();
        if (catalogue.terms().category(id).isPresent()) {
          ids.add(id);
        }
      }
      item.categories = ids.isEmpty() ? List.of(Terms.UNCATEGORIZED) : List.copyOf(ids);
    }
    if (body.has("tags")) {
      Set<Integer> ids = new LinkedHashSet<>();
      for (JsonNode tag : body.node("tags")) {
        if (tag.has("name")) {
          ids.addAll(catalogue.terms().tagIds(List.of(tag.path("name").asText())));
        } else if (catalogue.terms().tag(tag.path("id").asInt()).isPresent()) {
          ids.add(tag.path("id").asInt());
        }
      }
      item.tags = List.copyOf(ids);
    }
  }

  private static void options(Item item, WriteBody body) {
    if (!body.has("attributes")) {
      return;
    }
    if (item.parent != null) {
      item.choices = choices(item.parent, body.node("attributes"));
      return;
    }
    List<Option> options = new ArrayList<>();
    for (JsonNode attribute : body.node("attributes")) {
      List<String> values = new ArrayList<>();
      attribute.path("options").forEach(value -> values.add(value.asText()));
      options.add(
          new Option(
              attribute.path("name").asText(),
              values,
              attribute.path("position").asInt(),
              attribute.path("visible").asBoolean(),
              attribute.path("variation").asBoolean()));
    }
    item.options = options;
  }

  private static List<String> choices(Item product, JsonNode attributes) {
    List<String> choices = new ArrayList<>();
    for (Option option : product.varyingOptions()) {
      String choice = "";
      for (JsonNode attribute : attributes) {
        if (WebText.slug(attribute.path("name").asText()).equals(option.slug())) {
          choice = attribute.path("option").asText();
        }
      }
      choices.add(choice);
    }
    return choices;
  }

  /// Merged by key; a null value takes an entry away.
  private static void meta(Item item, WriteBody body) {
    if (!body.has("meta_data")) {
      return;
    }
    Map<String, ObjectNode> merged = new LinkedHashMap<>();
    item.meta.forEach(entry -> merged.put(entry.path("key").asText(), entry));
    for (JsonNode entry : body.node("meta_data")) {
      String key = entry.path("key").asText();
      ObjectNode known = merged.get(key);
      int id = known == null ? item.id * 100 + merged.size() : known.path("id").asInt();
      merged.put(key, Json.object().put("id", id).put("key", key).set("value", entry.get("value")));
    }
    merged.values().removeIf(entry -> entry.path("value").isNull());
    item.meta = List.copyOf(merged.values());
  }
}
