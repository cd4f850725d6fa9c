package dev.trueup.sandbox.shopify;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/// The fields of `QueryRoot`, bulk operations aside.
final class RootFields {
  private final StoreState state;
  private final CatalogueSearch search;
  private final NodeLookup nodes;
  private final ShopFields shop;

  RootFields(StoreState state, NodeLookup nodes, ShopFields shop) {
    this.state = state;
    this.search = new CatalogueSearch(state.catalogue());
    this.nodes = nodes;
    this.shop = shop;
  }

  void addTo(RuntimeWiring.Builder wiring) {
    TypeFields<StoreState> root = TypeFields.of("QueryRoot", StoreState.class);
    for (var typeByField : NodeLookup.ROOT_FIELDS.entrySet()) {
      root.resolve(
          typeByField.getKey(),
          (_, env) -> nodes.find(id(env), typeByField.getValue()).orElse(null));
    }
    root.read("shop", _ -> shop.shop())
        .resolve("currentAppInstallation", (_, env) -> shop.installation(env))
        .read("inventoryProperties", _ -> InventoryFields.properties())
        .resolve("node", (_, env) -> nodes.find(id(env), env).orElse(null))
        .resolve("nodes", (_, env) -> all(env))
        .resolve("locations", (_, env) -> locations(env))
        .resolve("products", (_, env) -> products(env))
        .resolve(
            "productVariants",
            (_, env) -> search.variants(env.getArgument("query"), PageRequest.of(env)))
        .resolve(
            "inventoryItems",
            (_, env) -> search.items(env.getArgument("query"), PageRequest.of(env)))
        .resolve("collections", (_, env) -> collections(env))
        .resolve(
            "productsCount",
            (_, env) -> count(env, limit -> search.countProducts(env.getArgument("query"), limit)))
        .resolve(
            "productVariantsCount",
            (_, env) -> count(env, limit -> search.countVariants(env.getArgument("query"), limit)))
        .addTo(wiring);
  }

  private static String id(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.getArgument("id"));
  }

  private List<@Nullable Object> all(DataFetchingEnvironment env) {
    List<String> ids = Objects.requireNonNull(env.getArgument("ids"));
    List<@Nullable Object> found = new ArrayList<>();
    for (String id : ids) {
      found.add(nodes.find(id, env).orElse(null));
    }
    return found;
  }

  private Page<StoreProduct> products(DataFetchingEnvironment env) {
    @Nullable String query = env.getArgument("query");
    return "UPDATED_AT".equals(env.getArgument("sortKey"))
        ? search.productsByUpdate(query, PageRequest.of(env))
        : search.products(query, PageRequest.of(env));
  }

  private Page<StoreLocation> locations(DataFetchingEnvironment env) {
    boolean includeInactive = Boolean.TRUE.equals(env.getArgument("includeInactive"));
    List<StoreLocation> all =
        state.catalogue().locations().stream()
            .filter(location -> location.active() || includeInactive)
            .toList();
    return Page.of(all, PageRequest.of(env), StoreLocation::number);
  }

  private Page<StoreCollection> collections(DataFetchingEnvironment env) {
    Collection<StoreCollection> all = state.catalogue().collections().values();
    return Page.of(List.copyOf(all), PageRequest.of(env), collection -> collection.number);
  }

  private static Map<String, Object> count(DataFetchingEnvironment env, LongUnaryOperator counter) {
    @Nullable Integer asked = env.getArgument("limit");
    long limit = asked == null ? Integer.MAX_VALUE : asked;
    long found = counter.applyAsLong(limit);
    return Map.of(
        "count", (int) Math.min(found, limit), "precision", found > limit ? "AT_LEAST" : "EXACT");
  }
}
