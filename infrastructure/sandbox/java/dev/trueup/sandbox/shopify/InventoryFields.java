package dev.trueup.sandbox.shopify;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Inventory items, their levels, and what the quantities are called.
final class InventoryFields {
  static final List<String> QUANTITY_NAMES =
      List.of(
          "available",
          "committed",
          "damaged",
          "incoming",
          "on_hand",
          "quality_control",
          "reserved",
          "safety_stock");

  private final StoreState state;
  private final ShopSettings settings;

  InventoryFields(StoreState state, ShopSettings settings) {
    this.state = state;
    this.settings = settings;
  }

  void addTo(RuntimeWiring.Builder wiring) {
    TypeFields.of("InventoryItem", ItemView.class)
        .read("id", item -> item.variant().itemGid())
        .read("legacyResourceId", item -> item.variant().itemNumber())
        .read("sku", item -> item.variant().item.sku())
        .read("tracked", item -> item.variant().item.tracked())
        .read("requiresShipping", item -> item.variant().item.requiresShipping())
        .read("countryCodeOfOrigin", item -> item.variant().item.countryCodeOfOrigin())
        .read("harmonizedSystemCode", item -> item.variant().item.harmonizedSystemCode())
        .read("unitCost", this::unitCost)
        .read("measurement", InventoryFields::measurement)
        .read("duplicateSkuCount", this::duplicateSkuCount)
        .read("createdAt", item -> item.variant().product.createdAt)
        .read("updatedAt", item -> item.variant().itemUpdatedAt)
        .read("variant", ItemView::variant)
        .resolve(
            "variants",
            (item, env) ->
                Page.of(List.of(item.variant()), PageRequest.of(env), variant -> variant.number))
        .resolve("inventoryLevel", this::level)
        .resolve("inventoryLevels", this::levels)
        .addTo(wiring);
    level(wiring);
  }

  private static void level(RuntimeWiring.Builder wiring) {
    TypeFields.of("InventoryLevel", LevelView.class)
        .read("id", LevelView::gid)
        .read("isActive", view -> view.level().active())
        .read("createdAt", view -> view.variant().product.createdAt)
        .read("updatedAt", view -> view.level().updatedAt())
        .read("item", view -> new ItemView(view.variant()))
        .read("location", LevelView::location)
        .resolve("quantities", InventoryFields::quantities)
        .addTo(wiring);
  }

  private int duplicateSkuCount(ItemView item) {
    return state.catalogue().skus().duplicates(item.variant().item.sku());
  }

  private @Nullable Object unitCost(ItemView item) {
    var cost = item.variant().item.cost();
    return cost == null
        ? null
        : Map.of("amount", ProductFields.money(cost), "currencyCode", settings.currencyCode());
  }

  private static Map<String, Object> measurement(ItemView item) {
    ItemDetails details = item.variant().item;
    return Map.of(
        "id", Gid.of("InventoryItemMeasurement", item.variant().itemNumber()),
        "weight", Map.of("value", details.weight(), "unit", details.weightUnit()));
  }

  private @Nullable Object level(ItemView item, DataFetchingEnvironment env) {
    String location = Objects.requireNonNull(env.getArgument("locationId"));
    boolean includeInactive = Boolean.TRUE.equals(env.getArgument("includeInactive"));
    return state
        .catalogue()
        .location(location)
        .flatMap(found -> LevelView.of(item.variant(), found))
        .filter(view -> view.level().active() || includeInactive)
        .orElse(null);
  }

  private Page<LevelView> levels(ItemView item, DataFetchingEnvironment env) {
    boolean includeInactive = Boolean.TRUE.equals(env.getArgument("includeInactive"));
    List<LevelView> levels =
        state.catalogue().locations().stream()
            .flatMap(location -> LevelView.of(item.variant(), location).stream())
            .filter(view -> view.level().active() || includeInactive)
            .toList();
    return Page.of(levels, PageRequest.of(env), view -> view.location().number());
  }

  /// Only `available` says when it was updated, as in recorded answers.
  private static List<Map<String, @Nullable Object>> quantities(
      LevelView view, DataFetchingEnvironment env) {
    List<String> names = Objects.requireNonNull(env.getArgument("names"));
    List<Map<String, @Nullable Object>> quantities = new ArrayList<>();
    for (String name : names) {
      if (!QUANTITY_NAMES.contains(name)) {
        throw new ApiException(
            "INVALID_FIELD_ARGUMENTS", "The quantity name '" + name + "' is not valid.");
      }
      Map<String, @Nullable Object> quantity = new HashMap<>();
      quantity.put(
          "id", view.gid().replace("/InventoryLevel/", "/InventoryQuantity/") + "&name=" + name);
      quantity.put("name", name);
      quantity.put("quantity", view.level().quantity(name));
      quantity.put("updatedAt", name.equals("available") ? view.level().updatedAt() : null);
      quantities.add(quantity);
    }
    return quantities;
  }

  static Map<String, Object> properties() {
    List<Map<String, Object>> names = new ArrayList<>();
    for (String name : QUANTITY_NAMES) {
      boolean sum = name.equals("on_hand");
      boolean part = !sum && !name.equals("incoming");
      names.add(
          Map.of(
              "name",
              name,
              "displayName",
              name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1).replace('_', ' '),
              "isInUse",
              sum || name.equals("available") || name.equals("committed"),
              "belongsTo",
              part ? List.of("on_hand") : List.of(),
              "comprises",
              sum ? parts() : List.of()));
    }
    return Map.of("quantityNames", names);
  }

  private static List<String> parts() {
    return QUANTITY_NAMES.stream()
        .filter(name -> !name.equals("on_hand") && !name.equals("incoming"))
        .toList();
  }
}
