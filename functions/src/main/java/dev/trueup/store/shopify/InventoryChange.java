package dev.trueup.store.shopify;

import dev.trueup.catalog.Inventory;
import dev.trueup.catalog.Value;
import dev.trueup.store.Write;
import java.util.Map;
import java.util.OptionalInt;

/// What one write asks of Shopify, where the stock status follows from tracking, quantity and the
/// variant's policy and cannot be written by itself.
sealed interface InventoryChange {
  /// Shopify's bound of a quantity, both ways.
  int LARGEST_QUANTITY = 1_000_000_000;

  /// Compare-and-set of the quantity.
  record SetQuantity(int from, int to) implements InventoryChange {}

  /// Start counting, and then set the quantity if there is one; or stop counting.
  record SwitchTracking(boolean on, OptionalInt quantity) implements InventoryChange {}

  /// Shopify has no such state.
  record Impossible(String reason) implements InventoryChange {}

  static InventoryChange of(Write write) {
    Map<String, Value> before = write.before();
    Map<String, Value> after = write.after();
    if (isTooLarge(after)) {
      return new Impossible("Shopify takes quantities up to " + LARGEST_QUANTITY);
    }
    Value tracked = after.getOrDefault(Inventory.TRACKED, Value.absent());
    boolean outOfStock = Inventory.OUT_OF_STOCK.equals(after.get(Inventory.STATUS));
    if (tracked.equals(Value.of(false))) {
      return outOfStock ? untrackedOutOfStock() : new SwitchTracking(false, OptionalInt.empty());
    }
    OptionalInt to = quantity(after);
    if (outOfStock && to.orElse(0) > 0) {
      return statusByItself();
    }
    if (tracked.equals(Value.of(true)) && !tracked.equals(before.get(Inventory.TRACKED))) {
      return new SwitchTracking(true, to);
    }
    return to.isEmpty() || isStatusStuck(before, after)
        ? statusByItself()
        : setQuantity(quantity(before), to.getAsInt());
  }

  private static InventoryChange setQuantity(OptionalInt from, int to) {
    return from.isEmpty()
        ? new Impossible(
            "its stock is not counted on Shopify: a quantity needs the field tracked as well")
        : new SetQuantity(from.getAsInt(), to);
  }

  /// Without stock before and after, the status stays what the variant's policy makes it.
  private static boolean isStatusStuck(Map<String, Value> before, Map<String, Value> after) {
    Value status = after.get(Inventory.STATUS);
    return status != null
        && !status.equals(before.get(Inventory.STATUS))
        && quantity(before).orElse(1) <= 0
        && quantity(after).orElse(1) <= 0;
  }

  private static Impossible untrackedOutOfStock() {
    return new Impossible(
        "on Shopify an item whose stock is not counted is always in stock: let it be tracked, or"
            + " set its product to draft");
  }

  private static Impossible statusByItself() {
    return new Impossible(
        "on Shopify the stock status follows from the quantity and from \"Continue selling when out"
            + " of stock\" of the variant: change it there");
  }

  private static boolean isTooLarge(Map<String, Value> values) {
    return values.get(Inventory.QUANTITY) instanceof Value.Whole(long number)
        && (number > LARGEST_QUANTITY || number < -LARGEST_QUANTITY);
  }

  private static OptionalInt quantity(Map<String, Value> values) {
    return values.get(Inventory.QUANTITY) instanceof Value.Whole(long number)
        ? OptionalInt.of(Math.toIntExact(number))
        : OptionalInt.empty();
  }
}
