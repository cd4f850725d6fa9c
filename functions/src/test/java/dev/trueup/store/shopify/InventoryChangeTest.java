package dev.trueup.store.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trueup.catalog.Inventory;
import dev.trueup.catalog.RecordRef;
import dev.trueup.catalog.Value;
import dev.trueup.store.Write;
import dev.trueup.store.shopify.InventoryChange.Impossible;
import dev.trueup.store.shopify.InventoryChange.SetQuantity;
import dev.trueup.store.shopify.InventoryChange.SwitchTracking;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class InventoryChangeTest {
  private static final Map<String, Value> UNTRACKED = Inventory.untracked(true);

  private static InventoryChange change(Map<String, Value> before, Map<String, Value> after) {
    return InventoryChange.of(new Write(RecordRef.of("item"), before, after));
  }

  private static Map<String, Value> only(String field, Value value) {
    return Map.of(field, value);
  }

  @Test
  void setsAQuantityFromWhatThePlanSaw() {
    assertThat(change(Inventory.tracked(5, true), only("quantity", Value.of(3))))
        .isEqualTo(new SetQuantity(5, 3));
  }

  @Test
  void letsTheStatusFollowFromTheQuantity() {
    var after = Map.of("quantity", Value.of(0), "status", Inventory.OUT_OF_STOCK);

    assertThat(change(Inventory.tracked(5, true), after)).isEqualTo(new SetQuantity(5, 0));
  }

  @Test
  void cannotWriteTheStatusByItself() {
    assertThat(change(Inventory.tracked(5, true), only("status", Inventory.OUT_OF_STOCK)))
        .isInstanceOf(Impossible.class);
    assertThat(
            change(
                Inventory.tracked(0, true),
                Map.of("quantity", Value.of(-1), "status", Inventory.OUT_OF_STOCK)))
        .isInstanceOf(Impossible.class);
    assertThat(
            change(
                Inventory.tracked(1, true),
                Map.of("quantity", Value.of(2), "status", Inventory.OUT_OF_STOCK)))
        .isInstanceOf(Impossible.class);
  }

  @Test
  void switchesTrackingBothWays() {
    assertThat(change(UNTRACKED, Inventory.tracked(7, true)))
        .isEqualTo(new SwitchTracking(true, OptionalInt.of(7)));
    assertThat(change(UNTRACKED, only("tracked", Value.of(true))))
        .isEqualTo(new SwitchTracking(true, OptionalInt.empty()));
    assertThat(change(Inventory.tracked(7, true), UNTRACKED))
        .isEqualTo(new SwitchTracking(false, OptionalInt.empty()));
  }

  @Test
  void cannotBeOutOfStockWithoutBeingCounted() {
    assertThat(change(Inventory.tracked(7, true), Inventory.untracked(false)))
        .isInstanceOf(Impossible.class);
  }

  @Test
  void needsTrackingForAQuantity() {
    assertThat(change(UNTRACKED, only("quantity", Value.of(3)))).isInstanceOf(Impossible.class);
  }

  @Test
  void refusesAQuantityBeyondTheBounds() {
    assertThat(change(Inventory.tracked(1, true), only("quantity", Value.of(1_000_000_001))))
        .isInstanceOf(Impossible.class);
    assertThat(change(Inventory.tracked(1, true), only("quantity", Value.of(Long.MIN_VALUE))))
        .isInstanceOf(Impossible.class);
  }
}
