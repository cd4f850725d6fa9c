package dev.trueup.sandbox.shopify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What happens to a store that is not the API's doing: orders, a merchant at work.
final class StoreControl {
  private final StoreState state;

  StoreControl(StoreState state) {
    this.state = state;
  }

  /// An order: so many fewer available, so many more committed; what is on hand stays.
  void sell(String sku, int quantity, Optional<String> location) {
    change(
        sku,
        location,
        (level, now) ->
            new StockLevel(
                level.active(), level.available() - quantity, level.committed() + quantity, now));
  }

  void restock(String sku, int quantity, Optional<String> location) {
    change(
        sku,
        location,
        (level, now) ->
            new StockLevel(level.active(), level.available() + quantity, level.committed(), now));
  }

  void set(String sku, int quantity, Optional<String> location) {
    change(
        sku,
        location,
        (level, now) -> new StockLevel(level.active(), quantity, level.committed(), now));
  }

  void setActive(String sku, boolean active, Optional<String> location) {
    change(
        sku,
        location,
        (level, now) -> new StockLevel(active, level.available(), level.committed(), now));
  }

  void setTracked(String sku, boolean tracked) {
    synchronized (state) {
      StoreVariant variant = variant(sku);
      ItemDetails item = variant.item.withTracked(tracked);
      state.commit(List.of(new StateChange.ItemSet(variant.number, item, state.now())));
    }
  }

  /// Deletes the variant, and its product with the last one.
  void remove(String sku) {
    synchronized (state) {
      state.commit(List.of(new StateChange.VariantRemoved(variant(sku).number, state.now())));
    }
  }

  private interface LevelEdit {
    StockLevel apply(StockLevel level, Instant now);
  }

  private void change(String sku, Optional<String> location, LevelEdit edit) {
    synchronized (state) {
      StoreVariant variant = variant(sku);
      StoreLocation place = location.map(this::location).orElse(locations().getFirst());
      Instant now = state.now();
      StockLevel before = variant.level(place).orElseGet(() -> new StockLevel(false, 0, 0, now));
      state.commit(
          List.of(
              new StateChange.LevelSet(variant.number, place.index(), edit.apply(before, now))));
    }
  }

  private StoreVariant variant(String sku) {
    List<StoreVariant> found =
        state.catalogue().skus().find(sku).stream()
            .filter(variant -> sku.equals(variant.item.sku()))
            .toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(found.size() + " variants have the SKU '" + sku + "'");
    }
    return found.getFirst();
  }

  private StoreLocation location(String nameOrId) {
    return locations().stream()
        .filter(place -> place.name().equals(nameOrId) || place.gid().equals(nameOrId))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no location '" + nameOrId + "'"));
  }

  private List<StoreLocation> locations() {
    return state.catalogue().locations();
  }

  /// Every variant, in the order of ids.
  List<Map<String, @Nullable Object>> state() {
    synchronized (state) {
      List<Map<String, @Nullable Object>> all = new ArrayList<>();
      state.catalogue().variants().values().forEach(variant -> all.add(described(variant)));
      return all;
    }
  }

  private Map<String, @Nullable Object> described(StoreVariant variant) {
    Map<String, @Nullable Object> described = new LinkedHashMap<>();
    described.put("productId", variant.product.gid());
    described.put("variantId", variant.gid());
    described.put("inventoryItemId", variant.itemGid());
    described.put("sku", variant.item.sku());
    described.put("name", variant.product.seed.name());
    described.put("options", variant.seed.optionValues());
    described.put("tracked", variant.item.tracked());
    described.put("inventoryPolicy", ProductFields.inventoryPolicy(variant));
    described.put("updatedAt", variant.updatedAt);
    described.put("price", ProductFields.money(variant.seed.price()).toPlainString());
    var compareAt = variant.seed.compareAtPrice();
    described.put(
        "compareAtPrice",
        compareAt == null ? null : ProductFields.money(compareAt).toPlainString());
    described.put(
        "levels",
        locations().stream()
            .flatMap(place -> LevelView.of(variant, place).stream())
            .map(StoreControl::described)
            .toList());
    return described;
  }

  private static Map<String, Object> described(LevelView view) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("locationId", view.location().gid());
    described.put("isActive", view.level().active());
    described.put("available", view.level().available());
    described.put("onHand", view.level().onHand());
    described.put("committed", view.level().committed());
    return described;
  }
}
