package dev.trueup.sandbox.shopify;

import graphql.schema.idl.RuntimeWiring;
import java.util.List;

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

  static void addTo(RuntimeWiring.Builder wiring) {
    for (String type : NODE_TYPES) {
      TypeFields.of(type + "Connection", Page.class)
          .read("nodes", page -> page.nodes())
          .read("edges", page -> page.edges())
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
