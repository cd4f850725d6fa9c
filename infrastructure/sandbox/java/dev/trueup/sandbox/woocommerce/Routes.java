package dev.trueup.sandbox.woocommerce;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// The ways into the API that exist.
final class Routes {
  private static final String V3 = "/wp-json/wc/v3";
  private static final Set<String> READ = Set.of("GET");
  private static final Set<String> EDIT = Set.of("POST", "PUT", "PATCH");

  private final List<Route> routes = new ArrayList<>();
  private final Set<String> product;
  private final Set<String> variation;

  Routes(Shapes shapes) {
    this.product = shapes.product().names();
    this.variation = shapes.variation().names();
  }

  List<Route> all() {
    return List.copyOf(routes);
  }

  /// @param listsVariations whether there is a list of all variations, as since WooCommerce 10.3
  Routes reading(ReadRoutes reads, boolean listsVariations) {
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
    return this;
  }

  Routes writing(WriteRoutes writes, BatchRoutes batches) {
    Map<String, ParameterRule> batch = ListRules.single(Batch.LISTS);
    String products = V3 + "/products";
    String one = products + "/(\\d+)";
    String variations = one + "/variations";
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
    return this;
  }

  Routes site(SiteRoutes site) {
    read("/wp-json", ListRules.single(SiteRoutes.INDEX_FIELDS), Route.Guard.OPEN, site::index);
    read(
        V3 + "/system_status",
        ListRules.single(SiteRoutes.STATUS_FIELDS),
        Route.Guard.LIST,
        site::systemStatus);
    read(
        V3 + "/settings/([\\w-]+)/([\\w-]+)",
        ListRules.single(SiteRoutes.SETTING_FIELDS),
        Route.Guard.LIST,
        site::setting);
    read(
        V3 + "/products/categories",
        ListRules.categories(SiteRoutes.CATEGORY_FIELDS),
        Route.Guard.LIST,
        site::categories);
    return this;
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
}
