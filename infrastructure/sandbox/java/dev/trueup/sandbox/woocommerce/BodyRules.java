package dev.trueup.sandbox.woocommerce;

import dev.trueup.sandbox.woocommerce.BodyRule.Managed;
import dev.trueup.sandbox.woocommerce.BodyRule.OfType;
import dev.trueup.sandbox.woocommerce.BodyRule.ReadOnly;
import dev.trueup.sandbox.woocommerce.BodyRule.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The fields a product and a variation have in a write, from the item schemas of WooCommerce's
/// controllers (Version3).
final class BodyRules {
  static final List<String> PRODUCT_STATUSES =
      List.of("draft", "pending", "private", "publish", "future", "auto-draft", "trash");
  private static final List<String> VARIATION_STATUSES =
      List.of("draft", "pending", "private", "publish");

  private BodyRules() {}

  static Map<String, BodyRule> product() {
    Map<String, BodyRule> rules = shared();
    put(rules, new OfType("string"), "name", "slug", "short_description", "external_url");
    put(rules, new OfType("string"), "button_text", "purchase_note", "post_password");
    put(rules, new OfType("string"), "date_created", "date_created_gmt");
    put(rules, new OfType("boolean"), "featured", "sold_individually", "reviews_allowed");
    put(rules, new OfType("boolean"), "manage_stock");
    put(rules, new OfType("integer"), "parent_id");
    put(rules, new OfType("array"), "upsell_ids", "cross_sell_ids", "categories", "brands", "tags");
    put(rules, new OfType("array"), "images", "default_attributes", "grouped_products");
    put(rules, new Word(List.of("simple", "grouped", "external", "variable")), "type");
    put(rules, new Word(PRODUCT_STATUSES), "status");
    put(rules, new Word(List.of("visible", "catalog", "search", "hidden")), "catalog_visibility");
    put(rules, new ReadOnly(), "total_sales", "shipping_required", "shipping_taxable");
    put(rules, new ReadOnly(), "average_rating", "rating_count", "related_ids", "variations");
    put(rules, new ReadOnly(), "price_html", "has_options", "permalink_template");
    put(rules, new ReadOnly(), "generated_slug");
    return rules;
  }

  static Map<String, BodyRule> variation() {
    Map<String, BodyRule> rules = shared();
    put(rules, new Managed(), "manage_stock");
    put(rules, new OfType("object"), "image");
    put(rules, new Word(VARIATION_STATUSES), "status");
    put(rules, new ReadOnly(), "type", "name", "parent_id", "date_created", "date_created_gmt");
    return rules;
  }

  private static Map<String, BodyRule> shared() {
    Map<String, BodyRule> rules = new HashMap<>();
    put(rules, new OfType("string"), "description", "sku", "global_unique_id", "weight");
    put(rules, new OfType("string"), "regular_price", "sale_price", "tax_class", "shipping_class");
    put(rules, new OfType("string"), "date_on_sale_from", "date_on_sale_from_gmt");
    put(rules, new OfType("string"), "date_on_sale_to", "date_on_sale_to_gmt");
    put(rules, new OfType("boolean"), "virtual", "downloadable");
    put(rules, new OfType("integer"), "stock_quantity", "low_stock_amount", "menu_order");
    put(rules, new OfType("integer"), "download_limit", "download_expiry");
    put(rules, new OfType("mixed"), "inventory_delta");
    put(rules, new OfType("array"), "attributes", "meta_data", "downloads");
    put(rules, new OfType("object"), "dimensions");
    put(rules, new Word(List.of("taxable", "shipping", "none")), "tax_status");
    put(rules, new Word(StockStatus.WORDS), "stock_status");
    put(rules, new Word(Backorders.WORDS), "backorders");
    put(rules, new ReadOnly(), "id", "permalink", "price", "on_sale", "purchasable");
    put(rules, new ReadOnly(), "date_modified", "date_modified_gmt", "backorders_allowed");
    put(rules, new ReadOnly(), "backordered", "shipping_class_id", "_links");
    return rules;
  }

  private static void put(Map<String, BodyRule> rules, BodyRule rule, String... names) {
    for (String name : names) {
      rules.put(name, rule);
    }
  }
}
