package dev.trueup.sandbox.woocommerce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Everything below `/wp-json/`: who may, which route, which parameters, then the effect; in the
/// order in which WordPress refuses.
final class Api {
  private static final String V3 = "/wp-json/wc/v3";
  private static final Set<String> READ = Set.of("GET");
  private static final Set<String> EDIT = Set.of("POST", "PUT", "PATCH");

  private final Catalogue catalogue;
  private final Journal journal;
  private final Authentication authentication;
  private final List<Route> routes = new ArrayList<>();

  Api(
      Catalogue catalogue,
      Journal journal,
      Authentication authentication,
      SiteRoutes site,
      ReadRoutes reads,
      WriteRoutes writes,
      BatchRoutes batches,
      Shapes shapes,
      boolean listsVariations) {
    this.catalogue = catalogue;
    this.journal = journal;
    this.authentication = authentication;
    addSite(site);
    Set<String> product = shapes.product().names();
    Set<String> variation = shapes.variation().names();
    Map<String, ParameterRule> batch = ListRules.single(Batch.LISTS);
    String products = V3 + "/products";
    String one = products + "/(\\d+)";
    String variations = one + "/variations";
    read(products, ListRules.products(product), Route.Guard.LIST, reads::products);
    read(one, ListRules.single(product), Route.Guard.VIEW, reads::product);
    read(variations, ListRules.variations(variation), Route.Guard.LIST, reads::variationsOf);
    read(variations + "/(\\d+)", ListRules.single(variation), Route.Guard.VIEW, reads::variation);
    if (listsVariations) {
      read(
          V3 + "/variations", ListRules.variations(variation), Route.Guard.LIST, reads::variations);
    }
    create(products, product, writes::createProduct);
    create(variations, variation, writes::createVariation);
    edit(one, ListRules.single(product), Route.Guard.EDIT, writes::updateProduct);
    edit(
        variations + "/(\\d+)",
        ListRules.single(variation),
        Route.Guard.EDIT,
        writes::updateVariation);
    edit(products + "/batch", batch, Route.Guard.BATCH, batches::products);
    edit(variations + "/batch", batch, Route.Guard.BATCH, batches::variations);
  }

  private void addSite(SiteRoutes site) {
    Set<String> index =
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
    Set<String> setting =
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
    read("/wp-json", ListRules.single(index), Route.Guard.OPEN, site::index);
    read(
        V3 + "/system_status",
        ListRules.single(SiteRoutes.STATUS_FIELDS),
        Route.Guard.LIST,
        site::systemStatus);
    read(
        V3 + "/settings/([\\w-]+)/([\\w-]+)",
        ListRules.single(setting),
        Route.Guard.LIST,
        site::setting);
    read(
        V3 + "/products/categories",
        ListRules.categories(SiteRoutes.CATEGORY_FIELDS),
        Route.Guard.LIST,
        site::categories);
  }

  private void read(
      String path,
      Map<String, ParameterRule> rules,
      Route.Guard guard,
      Function<Call, Answer> handler) {
    routes.add(new Route(READ, pattern(path), rules, guard, handler));
  }

  private void edit(
      String path,
      Map<String, ParameterRule> rules,
      Route.Guard guard,
      Function<Call, Answer> handler) {
    routes.add(new Route(EDIT, pattern(path), rules, guard, handler));
  }

  private void create(String path, Set<String> fields, Function<Call, Answer> handler) {
    Map<String, ParameterRule> rules = ListRules.single(fields);
    Set<String> post = Set.of("POST");
    routes.add(new Route(post, pattern(path), rules, Route.Guard.CREATE, handler));
  }

  private static Pattern pattern(String path) {
    return Pattern.compile(path + "/?");
  }

  /// @param seen what the items to be written were like when the request came in
  Answer answer(ApiRequest request, Seen seen) {
    try {
      boolean known = authentication.isKnown(request);
      Route route =
          routes.stream()
              .filter(candidate -> candidate.match(request).isPresent())
              .findFirst()
              .orElseThrow(Refusal::noRoute);
      Parameters parameters = withoutAuthentication(request.parameters());
      parameters.check(route.rules());
      ObjectNode body = request.isWrite() ? request.json() : Json.object();
      route.guard().pass(known);
      Optional<MatchResult> match = route.match(request);
      Call call = new Call(request, match.orElseThrow(), parameters, body, seen);
      return effect(route, call);
    } catch (Refusal refusal) {
      return refusal.answer();
    }
  }

  private Answer effect(Route route, Call call) {
    synchronized (catalogue) {
      try {
        return route.handler().apply(call);
      } finally {
        journal.flush();
      }
    }
  }

  private static Parameters withoutAuthentication(Parameters parameters) {
    Map<String, String> rest = new LinkedHashMap<>(parameters.values());
    rest.keySet().removeAll(Authentication.PARAMETERS);
    return new Parameters(rest);
  }
}
