package dev.trueup.sandbox.woocommerce;

import dev.trueup.sandbox.woocommerce.ParameterRule.Fields;
import dev.trueup.sandbox.woocommerce.ParameterRule.Flag;
import dev.trueup.sandbox.woocommerce.ParameterRule.Ids;
import dev.trueup.sandbox.woocommerce.ParameterRule.Moment;
import dev.trueup.sandbox.woocommerce.ParameterRule.NotSimulated;
import dev.trueup.sandbox.woocommerce.ParameterRule.Text;
import dev.trueup.sandbox.woocommerce.ParameterRule.Whole;
import dev.trueup.sandbox.woocommerce.ParameterRule.Word;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The query parameters of each kind of route, from the collection parameters of WooCommerce's
/// controllers (Version3) and of `WP_REST_Server`.
final class ListRules {
  static final List<String> STATUSES =
      List.of("draft", "pending", "private", "publish", "future", "trash");

  private ListRules() {}

  static Map<String, ParameterRule> single(Set<String> fields) {
    return Map.of(
        "context", new Word(List.of("view", "edit")),
        "_fields", new Fields(fields));
  }

  static Map<String, ParameterRule> products(Set<String> fields) {
    Map<String, ParameterRule> rules = items(fields);
    rules.put("type", new Word(List.of("simple", "grouped", "external", "variable")));
    rules.put("category", new Ids());
    rules.put("tag", new Ids());
    rules.put("search_name_or_sku", new Text());
    rules.put("stock_quantity", whole());
    rules.put("min_stock_quantity", whole());
    rules.put("max_stock_quantity", whole());
    for (String name :
        List.of(
            "featured",
            "brand",
            "shipping_class",
            "attribute",
            "attribute_term",
            "search_fields",
            "include_status",
            "exclude_status",
            "include_types",
            "exclude_types",
            "pos_products_only")) {
      rules.put(name, new NotSimulated());
    }
    return rules;
  }

  static Map<String, ParameterRule> variations(Set<String> fields) {
    return items(fields);
  }

  static Map<String, ParameterRule> categories(Set<String> fields) {
    Map<String, ParameterRule> rules = paged(fields);
    rules.put(
        "orderby",
        new Word(List.of("id", "include", "name", "slug", "term_group", "description", "count")));
    rules.put("hide_empty", new Flag());
    rules.put("parent", new Whole(0, Integer.MAX_VALUE));
    rules.put("slug", new Text());
    rules.put("product", new NotSimulated());
    return rules;
  }

  private static Map<String, ParameterRule> items(Set<String> fields) {
    Map<String, ParameterRule> rules = paged(fields);
    for (String moment : List.of("after", "before", "modified_after", "modified_before")) {
      rules.put(moment, new Moment());
    }
    rules.put("dates_are_gmt", new Flag());
    rules.put("offset", new Whole(0, Integer.MAX_VALUE));
    rules.put(
        "orderby",
        new Word(
            List.of(
                "date",
                "id",
                "include",
                "title",
                "slug",
                "modified",
                "price",
                "popularity",
                "rating")));
    rules.put("parent", new Ids());
    rules.put("parent_exclude", new Ids());
    rules.put("slug", new Text());
    List<String> statuses = new java.util.ArrayList<>(List.of("any"));
    statuses.addAll(STATUSES);
    rules.put("status", new Word(statuses));
    rules.put("sku", new Text());
    rules.put("search_sku", new Text());
    rules.put("global_unique_id", new Text());
    rules.put("stock_status", new Word(StockStatus.WORDS));
    rules.put("on_sale", new Flag());
    for (String name : List.of("tax_class", "min_price", "max_price", "downloadable", "virtual")) {
      rules.put(name, new NotSimulated());
    }
    return rules;
  }

  private static Map<String, ParameterRule> paged(Set<String> fields) {
    Map<String, ParameterRule> rules = new LinkedHashMap<>(single(fields));
    rules.put("page", new Whole(1, Integer.MAX_VALUE));
    rules.put("per_page", new Whole(1, 100));
    rules.put("search", new Text());
    rules.put("order", new Word(List.of("asc", "desc")));
    rules.put("include", new Ids());
    rules.put("exclude", new Ids());
    return rules;
  }

  private static Whole whole() {
    return new Whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
  }
}
