package dev.trueup.sandbox.shopify;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What all connections have in common.
final class ConnectionFields {
  private static final List<String> NODE_TYPES =
      List.of(
          "BulkOperation",
          "Collection",
          "InventoryItem",
          "InventoryLevel",
          "Location",
          "Media",
          "Product",
          "ProductVariant");

  private ConnectionFields() {}

  private static List<? extends Page.Edge<?>> edges(Page<?> page, DataFetchingEnvironment env) {
    @Nullable BulkWindow window = env.getGraphQlContext().get(BulkWindow.class);
    if (window != null && env.getExecutionStepInfo().getPath().getLevel() == 2) {
      window.served(page);
    }
    return page.edges();
  }

  static void addTo(RuntimeWiring.Builder wiring) {
    for (String type : NODE_TYPES) {
      TypeFields.of(type + "Connection", Page.class)
          .read("nodes", page -> page.nodes())
          .resolve("edges", (page, env) -> edges(page, env))
          .read("pageInfo", page -> page.info())
          .addTo(wiring);
      TypeFields.of(type + "Edge", Page.Edge.class)
          .read("node", edge -> edge.node())
          .read("cursor", edge -> edge.cursor())
          .addTo(wiring);
    }
    TypeFields.of("PageInfo", Page.Ends.class)
        .read("hasNextPage", Page.Ends::hasNextPage)
        .read("hasPreviousPage", Page.Ends::hasPreviousPage)
        .read("startCursor", Page.Ends::startCursor)
        .read("endCursor", Page.Ends::endCursor)
        .addTo(wiring);
  }
}
