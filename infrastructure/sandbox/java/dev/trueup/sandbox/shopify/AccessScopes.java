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
    List<String> products = List.of("read_products");
    open(needed, products, "QueryRoot", "product", "products", "productsCount");
    open(needed, products, "QueryRoot", "productVariant", "productVariants");
    open(needed, products, "QueryRoot", "productVariantsCount", "collection", "collections");
    open(needed, products, "InventoryItem", "variant", "variants");
    List<String> items = List.of("read_inventory", "read_products");
    open(needed, items, "QueryRoot", "inventoryItem", "inventoryItems");
    List<String> inventory = List.of("read_inventory");
    open(needed, inventory, "QueryRoot", "inventoryLevel", "inventoryProperties");
    open(needed, inventory, "InventoryItem", "duplicateSkuCount");
    open(needed, inventory, "InventoryItem", "inventoryLevel", "inventoryLevels");
    List<String> anyLocation = List.of("read_locations", "read_inventory");
    open(needed, anyLocation, "QueryRoot", "location", "locations");
    open(needed, anyLocation, "InventoryLevel", "location");
    List<String> locations = List.of("read_locations");
    open(needed, locations, "Location", "address", "createdAt", "updatedAt", "name", "isActive");
    open(needed, locations, "Location", "fulfillmentService", "isFulfillmentService");
    open(needed, locations, "Location", "fulfillsOnlineOrders", "shipsInventory");
    List<String> write = List.of("write_inventory");
    open(needed, write, "Mutation", "inventorySetQuantities", "inventoryAdjustQuantities");
    open(needed, write, "Mutation", "inventoryActivate", "inventoryItemUpdate");
    return Map.copyOf(needed);
  }

  private static void open(
      Map<String, List<String>> needed, List<String> scopes, String type, String... fields) {
    for (String field : fields) {
      needed.put(type + "." + field, scopes);
    }
  }
}
