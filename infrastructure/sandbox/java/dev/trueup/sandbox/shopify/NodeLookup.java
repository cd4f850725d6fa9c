package dev.trueup.sandbox.shopify;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the object of a global id, for `node`, `nodes` and the root fields of single objects.
final class NodeLookup {
  /// The type that each root field with an `id` answers.
  static final Map<String, String> ROOT_FIELDS =
      Map.of(
          "product", "Product",
          "productVariant", "ProductVariant",
          "inventoryItem", "InventoryItem",
          "inventoryLevel", "InventoryLevel",
          "collection", "Collection",
          "bulkOperation", "BulkOperation",
          "location", "Location");

  private final Catalogue catalogue;
  private final BulkOperations bulkOperations;

  NodeLookup(Catalogue catalogue, BulkOperations bulkOperations) {
    this.catalogue = catalogue;
    this.bulkOperations = bulkOperations;
  }

  /// @throws ApiException when the text is no id, or the scopes do not open its type
  Optional<Object> find(String id, DataFetchingEnvironment env) {
    Gid gid = parsed(id);
    ROOT_FIELDS.forEach((field, type) -> {
      if (type.equals(gid.type())) {
        requireScope(field, env);
      }
    });
    return find(gid);
  }

  /// @throws ApiException when the text is no id of this type
  Optional<Object> find(String id, String type) {
    Gid gid = parsed(id);
    if (!gid.type().equals(type)) {
      throw new ApiException("RESOURCE_NOT_FOUND", "Invalid id: " + id);
    }
    return find(gid);
  }

  private static Gid parsed(String id) {
    return Gid.parse(id)
        .orElseThrow(
            () -> new ApiException("INVALID_FIELD_ARGUMENTS", "Invalid global id '" + id + "'"));
  }

  private static void requireScope(String field, DataFetchingEnvironment env) {
    List<String> needed = AccessScopes.neededFor("QueryRoot", field);
    AccessScopes granted = Objects.requireNonNull(env.getGraphQlContext().get(AccessScopes.class));
    if (!granted.allows(needed)) {
      throw AccessDenied.to(env.getField().getName(), needed);
    }
  }

  private Optional<Object> find(Gid gid) {
    @Nullable Object found =
        switch (gid.type()) {
          case "Product" -> catalogue.products().get(gid.number());
          case "ProductVariant" -> catalogue.variants().get(gid.number());
          case "Collection" -> catalogue.collections().get(gid.number());
          case "Location" -> catalogue.locationAt(StoreLocation.indexOf(gid.number())).orElse(null);
          case "InventoryItem" -> item(gid.number()).map(ItemView::new).orElse(null);
          case "InventoryLevel" -> level(gid).orElse(null);
          case "BulkOperation" -> bulkOperations.find(gid.number()).orElse(null);
          default -> null;
        };
    return Optional.ofNullable(found);
  }

  private Optional<StoreVariant> item(long number) {
    return Optional.ofNullable(catalogue.variants().get(StoreVariant.ofItem(number)));
  }

  private Optional<LevelView> level(Gid gid) {
    return item(gid.itemNumber())
        .flatMap(variant ->
            catalogue
                .locationAt(StoreLocation.indexOfLevel(gid.number()))
                .flatMap(location -> LevelView.of(variant, location)));
  }
}
