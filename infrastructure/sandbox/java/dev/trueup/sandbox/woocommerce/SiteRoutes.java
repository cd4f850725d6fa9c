package dev.trueup.sandbox.woocommerce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What the shop says about itself, and its categories.
final class SiteRoutes {
  static final Set<String> INDEX_FIELDS =
      Set.of(
          "name",
          "description",
          "url",
          "home",
          "gmt_offset",
          "timezone_string",
          "namespaces",
          "authentication",
          "routes");
  static final Set<String> SETTING_FIELDS =
      Set.of(
          "id",
          "label",
          "description",
          "type",
          "default",
          "options",
          "tip",
          "value",
          "group_id",
          "_links");
  static final Set<String> STATUS_FIELDS =
      Set.of(
          "environment",
          "database",
          "active_plugins",
          "inactive_plugins",
          "dropins_mu_plugins",
          "theme",
          "settings",
          "security",
          "pages",
          "post_type_counts",
          "logging");
  static final Set<String> CATEGORY_FIELDS =
      Set.of(
          "id",
          "name",
          "slug",
          "parent",
          "description",
          "display",
          "image",
          "menu_order",
          "count",
          "_links");

  private final Catalogue catalogue;
  private final SiteTime time;
  private final InstantSource clock;
  private final Links links;
  private final boolean listsVariations;

  SiteRoutes(
      Catalogue catalogue,
      SiteTime time,
      InstantSource clock,
      Links links,
      boolean listsVariations) {
    this.catalogue = catalogue;
    this.time = time;
    this.clock = clock;
    this.links = links;
    this.listsVariations = listsVariations;
  }

  Answer index(Call call) {
    ObjectNode index =
        Json.object()
            .put("name", "Sandbox")
            .put("description", "")
            .put("url", links.shop())
            .put("home", links.shop())
            .put("gmt_offset", time.offsetHours(clock.instant()))
            .put("timezone_string", time.zone().getId());
    index.set("namespaces", Json.texts(List.of("wp/v2", "wc/v1", "wc/v2", "wc/v3")));
    index.putObject("authentication");
    index.putObject("routes");
    return Answer.ok(call.selection().of(index));
  }

  Answer systemStatus(Call call) {
    ObjectNode status = Json.object();
    status
        .putObject("environment")
        .put("home_url", links.shop())
        .put("site_url", links.shop())
        .put("version", listsVariations ? "10.5.0" : "10.2.2")
        .put("wp_version", "6.9.7")
        .put("wp_multisite", false)
        .put("php_version", "8.2.29");
    status
        .putObject("settings")
        .put("api_enabled", false)
        .put("currency", "EUR")
        .put("currency_symbol", "&euro;")
        .put("currency_position", "left")
        .put("thousand_separator", ",")
        .put("decimal_separator", ".")
        .put("number_of_decimals", 2);
    return Answer.ok(call.selection().of(status));
  }

  Answer setting(Call call) {
    String group = call.path().group(1);
    String id = call.path().group(2);
    ObjectNode setting =
        switch (group + "/" + id) {
          case "products/woocommerce_weight_unit" ->
              setting(id, group, "Weight unit", "kg", List.of("kg", "g", "lbs", "oz"));
          case "general/woocommerce_currency" ->
              setting(id, group, "Currency", "EUR", List.of("EUR", "USD", "GBP"));
          default -> throw new Refusal(404, "rest_setting_setting_invalid", "Invalid setting.");
        };
    return Answer.ok(call.selection().of(setting));
  }

  private ObjectNode setting(
      String id, String group, String label, String value, List<String> words) {
    ObjectNode setting =
        Json.object()
            .put("id", id)
            .put("label", label)
            .put("description", "")
            .put("type", "select")
            .put("default", words.getFirst())
            .put("tip", "")
            .put("value", value)
            .put("group_id", group);
    ObjectNode options = setting.putObject("options");
    words.forEach(word -> options.put(word, word));
    String path = "/settings/" + group;
    ObjectNode toSelf = setting.putObject("_links");
    toSelf.putArray("self").addObject().put("href", links.api(path + "/" + id));
    toSelf.putArray("collection").addObject().put("href", links.api(path));
    return setting;
  }

  Answer categories(Call call) {
    Parameters parameters = call.parameters();
    Map<Integer, Long> counts = counts();
    List<Terms.Term> found =
        catalogue.terms().categories().stream()
            .filter(term -> wanted(term, parameters, counts))
            .sorted(order(parameters, counts))
            .toList();
    Page<Terms.Term> page = Page.of(found, parameters);
    ArrayNode body = Json.array();
    page.items()
        .forEach(term -> body.add(call.selection().of(category(term, counts, call.selection()))));
    return Answer.ok(body, page.headers(call.address(links.shop())));
  }

  private Map<Integer, Long> counts() {
    return catalogue.items().stream()
        .filter(item -> !item.isVariation() && item.status.equals("publish"))
        .flatMap(item -> item.categories.stream())
        .collect(
            java.util.stream.Collectors.groupingBy(
                id -> id, java.util.stream.Collectors.counting()));
  }

  private static boolean wanted(Terms.Term term, Parameters parameters, Map<Integer, Long> counts) {
    String search = parameters.text("search", "").toLowerCase(Locale.ROOT);
    return parameters.ids("include").map(ids -> ids.contains(term.id())).orElse(true)
        && !parameters.ids("exclude").orElse(List.of()).contains(term.id())
        && parameters.whole("parent", 0) == 0
        && parameters.text("slug").map(slug -> slug.equals(term.slug())).orElse(true)
        && !(parameters.flag("hide_empty").orElse(false) && !counts.containsKey(term.id()))
        && term.name().toLowerCase(Locale.ROOT).contains(search);
  }

  private static Comparator<Terms.Term> order(Parameters parameters, Map<Integer, Long> counts) {
    Comparator<Terms.Term> order =
        switch (parameters.text("orderby", "name")) {
          case "id", "include", "term_group" -> Comparator.comparingInt(Terms.Term::id);
          case "slug" -> Comparator.comparing(Terms.Term::slug);
          case "count" -> Comparator.comparingLong(term -> counts.getOrDefault(term.id(), 0L));
          default -> Comparator.comparing(Terms.Term::name, String.CASE_INSENSITIVE_ORDER);
        };
    Comparator<Terms.Term> whole = order.thenComparingInt(Terms.Term::id);
    return parameters.text("order", "asc").equals("asc") ? whole : whole.reversed();
  }

  private ObjectNode category(Terms.Term term, Map<Integer, Long> counts, Selection selection) {
    ObjectNode category =
        Json.object()
            .put("id", term.id())
            .put("name", term.name())
            .put("slug", term.slug())
            .put("parent", 0)
            .put("description", "")
            .put("display", "default");
    category.set("image", NullNode.instance);
    category.put("menu_order", 0).put("count", counts.getOrDefault(term.id(), 0L));
    if (selection.wants("_links")) {
      category.set("_links", links.ofCategory(term.id()));
    }
    return category;
  }
}
