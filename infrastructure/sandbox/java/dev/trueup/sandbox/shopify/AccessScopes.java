package dev.trueup.sandbox.shopify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What the app was granted. A write scope implies the read scope of the same name.
record AccessScopes(Set<String> granted) {
  static final AccessScopes ALL =
      new AccessScopes(
          Set.of(
              "write_products",
              "write_inventory",
              "write_files",
              "write_publications",
              "write_discounts",
              "write_content",
              "write_online_store_pages",
              "read_locations",
              "read_customers",
              "read_orders"));

  /// Which scopes open a field, any of them (from the scope map of version 2026-10).
  private static final Map<String, List<String>> NEEDED = needed();

  AccessScopes {
    granted = Set.copyOf(granted);
  }

  static List<String> neededFor(String type, String field) {
    return NEEDED.getOrDefault(type + "." + field, List.of());
  }

  boolean allows(List<String> anyOf) {
    return anyOf.isEmpty() || anyOf.stream().anyMatch(this::allows);
  }

  private boolean allows(String scope) {
    return granted.contains(scope)
        || (scope.startsWith("read_")
            && granted.contains("write_" + scope.substring("read_".length())));
  }

  /// Sorted, with the implied ones: what `AppInstallation.accessScopes` lists.
  Set<String> handles() {
    Set<String> handles = new TreeSet<>(granted);
    for (String scope : granted) {
      if (scope.startsWith("write_")) {
        handles.add("read_" + scope.substring("write_".length()));
      }
    }
    return handles;
  }

  private static Map<String, List<String>> needed() {
    Map<String, List<String>> needed = new HashMap<>();
    for (String field :
        List.of(
            "QueryRoot.product",
            "QueryRoot.products",
            "QueryRoot.productVariant",
            "QueryRoot.productVariants",
            "QueryRoot.productsCount",
            "QueryRoot.productVariantsCount",
            "QueryRoot.collection",
            "QueryRoot.collections",
            "InventoryItem.variant",
            "InventoryItem.variants")) {
      needed.put(field, List.of("read_products"));
    }
    for (String field :
        List.of(
            "QueryRoot.inventoryLevel",
            "QueryRoot.inventoryProperties",
            "InventoryItem.duplicateSkuCount",
            "InventoryItem.inventoryLevel",
            "InventoryItem.inventoryLevels")) {
      needed.put(field, List.of("read_inventory"));
    }
    for (String field : List.of("QueryRoot.inventoryItem", "QueryRoot.inventoryItems")) {
      needed.put(field, List.of("read_inventory", "read_products"));
    }
    for (String field :
        List.of("QueryRoot.location", "QueryRoot.locations", "InventoryLevel.location")) {
      needed.put(field, List.of("read_locations", "read_inventory"));
    }
    for (String field :
        List.of(
            "address",
            "createdAt",
            "fulfillmentService",
            "fulfillsOnlineOrders",
            "isActive",
            "isFulfillmentService",
            "name",
            "shipsInventory",
            "updatedAt")) {
      needed.put("Location." + field, List.of("read_locations"));
    }
    for (String field :
        List.of(
            "inventorySetQuantities",
            "inventoryAdjustQuantities",
            "inventoryActivate",
            "inventoryItemUpdate")) {
      needed.put("Mutation." + field, List.of("write_inventory"));
    }
    return Map.copyOf(needed);
  }
}
