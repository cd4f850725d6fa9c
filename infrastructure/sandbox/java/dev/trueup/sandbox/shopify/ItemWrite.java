package dev.trueup.sandbox.shopify;

import dev.trueup.sandbox.shopify.StoreState.Written;
import dev.trueup.sandbox.shopify.WriteAnswer.LevelId;
import dev.trueup.sandbox.shopify.WriteAnswer.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `inventoryItemUpdate` and `inventoryActivate`. Their user errors have no code.
final class ItemWrite {
  private final StoreState state;

  ItemWrite(StoreState state) {
    this.state = state;
  }

  /// The answer names the item by a level at the first location.
  Written update(String id, Map<String, Object> input, Instant now) {
    Optional<StoreVariant> found = state.catalogue().item(id);
    if (found.isEmpty()) {
      return refused("The product couldn't be updated because it does not exist.", "id");
    }
    StoreVariant variant = found.get();
    ItemDetails next = merged(variant.item, input);
    if (next.cost() != null && next.cost().signum() < 0) {
      return refused("Unit cost must be greater than or equal to 0", "input", "cost");
    }
    if (next.weight() < 0) {
      return refused("Weight must be greater than or equal to 0", "input", "measurement", "weight");
    }
    WriteAnswer answer = new WriteAnswer(null, new LevelId(variant.number, 0), List.of());
    return next.equals(variant.item)
        ? Written.refused(answer)
        : new Written(answer, List.of(new StateChange.ItemSet(variant.number, next, now)));
  }

  private static ItemDetails merged(ItemDetails now, Map<String, Object> input) {
    Map<?, ?> measurement = input.get("measurement") instanceof Map<?, ?> given ? given : Map.of();
    Map<?, ?> weight =
        measurement.get("weight") instanceof Map<?, ?> given
            ? given
            : Map.of("value", now.weight(), "unit", now.weightUnit());
    return new ItemDetails(
        text(input, "sku", now.sku()),
        flag(input, "tracked", now.tracked()),
        flag(input, "requiresShipping", now.requiresShipping()),
        cost(input, now.cost()),
        ((Number) Objects.requireNonNull(weight.get("value"))).doubleValue(),
        String.valueOf(weight.get("unit")),
        text(input, "countryCodeOfOrigin", now.countryCodeOfOrigin()),
        text(input, "harmonizedSystemCode", now.harmonizedSystemCode()));
  }

  private static boolean flag(Map<String, Object> input, String key, boolean now) {
    return input.get(key) instanceof Boolean given ? given : now;
  }

  private static @Nullable BigDecimal cost(Map<String, Object> input, @Nullable BigDecimal now) {
    if (!input.containsKey("cost")) {
      return now;
    }
    Object given = input.get("cost");
    return given == null ? null : new BigDecimal(given.toString());
  }

  private static @Nullable String text(
      Map<String, Object> input, String key, @Nullable String now) {
    if (!input.containsKey(key)) {
      return now;
    }
    Object given = input.get(key);
    return given == null || given.toString().isEmpty() ? null : given.toString();
  }

  /// Keeps the quantities an inactive level had when none is given (as since 2026-04).
  Written activate(
      String itemId,
      String locationId,
      @Nullable Integer available,
      @Nullable Integer onHand,
      Instant now) {
    Optional<StoreVariant> variant = state.catalogue().item(itemId);
    Optional<StoreLocation> location = state.catalogue().location(locationId);
    if (variant.isEmpty()) {
      return refused("The specified inventory item could not be found.", "inventoryItemId");
    }
    if (location.isEmpty()) {
      return refused("The specified location could not be found.", "locationId");
    }
    if (available != null && onHand != null) {
      return refused("Cannot set both available and on hand quantities.", "available");
    }
    StockLevel before =
        variant.get().level(location.get()).orElseGet(() -> new StockLevel(false, 0, 0, now));
    if (before.active() && (available != null || onHand != null)) {
      return refused(
          "Not allowed to set available quantity when the item is already active at the location.",
          "available");
    }
    return activated(variant.get(), location.get(), before, available, onHand, now);
  }

  private static Written activated(
      StoreVariant variant,
      StoreLocation location,
      StockLevel before,
      @Nullable Integer available,
      @Nullable Integer onHand,
      Instant now) {
    LevelId id = new LevelId(variant.number, location.index());
    WriteAnswer answer = new WriteAnswer(null, id, List.of());
    if (before.active()) {
      return Written.refused(answer);
    }
    int next =
        available != null
            ? available
            : onHand != null ? onHand - before.committed() : before.available();
    StockLevel level = new StockLevel(true, next, before.committed(), now);
    return new Written(
        answer, List.of(new StateChange.LevelSet(id.variant(), id.location(), level)));
  }

  private static Written refused(String message, String... field) {
    return Written.refused(
        WriteAnswer.refused(List.of(new Refusal(null, List.of(field), message))));
  }
}
