package dev.trueup.store.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.trueup.catalog.Inventory;
import dev.trueup.catalog.RecordRef;
import dev.trueup.catalog.StoreRecord;
import dev.trueup.catalog.Value;
import dev.trueup.sandbox.shopify.Fault;
import dev.trueup.sandbox.shopify.SimulatedShopify;
import dev.trueup.sandbox.shopify.SimulatedShopifyBuilder;
import dev.trueup.store.Outcome;
import dev.trueup.store.Scope;
import dev.trueup.store.StoreException;
import dev.trueup.store.StoreRecords;
import dev.trueup.store.Write;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is written to a shop.
final class ShopifyInventoryWriteTest {
  private static final Outcome APPLIED = new Outcome.Applied();

  private final TestingTime time = new TestingTime();
  private SimulatedShopify shop = builder().start();

  private SimulatedShopifyBuilder builder() {
    return TestingCatalogue.shop(TestingCatalogue.small(), time).bundle("SHIRT-M");
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private StoreRecords records() {
    return TestingCatalogue.store(shop, time).records(Inventory.RESOURCE, Scope.DESTINATION);
  }

  private StoreRecord record(String sku) {
    return records().page(Optional.empty()).records().stream()
        .filter(found -> found.sku().equals(sku))
        .findFirst()
        .orElseThrow();
  }

  private Value quantity(String sku) {
    return record(sku).value(Inventory.QUANTITY);
  }

  private Instant inAMinute() {
    return time.instant().plusSeconds(60);
  }

  private static Write quantity(StoreRecord record, long after) {
    return new Write(record.ref(), record.values(), Map.of(Inventory.QUANTITY, Value.of(after)));
  }

  private List<Outcome> write(Write... writes) {
    return records().write("run-1/1", List.of(writes), inAMinute());
  }

  private List<Outcome> write(StoreRecords records, Write... writes) {
    return records.write("run-1/1", List.of(writes), inAMinute());
  }

  private long sets() {
    return shop.requests().stream()
        .filter(request -> request.operationName().equals("InventorySet"))
        .count();
  }

  @Test
  void setsQuantitiesInOneRequest() {
    assertThat(write(quantity(record("CUP"), 3), quantity(record("SHIRT-S"), 0)))
        .containsExactly(APPLIED, APPLIED);

    assertThat(quantity("CUP")).isEqualTo(Value.of(3));
    assertThat(quantity("SHIRT-S")).isEqualTo(Value.of(0));
    assertThat(sets()).isEqualTo(1);
  }

  @Test
  void takesOutWhatMovedAndWritesTheRest() {
    var cup = record("CUP");
    var shirt = record("SHIRT-S");
    write(quantity(cup, 14));

    var outcomes = write(quantity(cup, 3), quantity(shirt, 9));

    assertThat(outcomes)
        .containsExactly(
            new Outcome.Conflict(
                Inventory.tracked(14, true), "Shopify has 14 now, the plan saw 15"),
            APPLIED);
    assertThat(quantity("CUP")).isEqualTo(Value.of(14));
    assertThat(quantity("SHIRT-S")).isEqualTo(Value.of(9));
  }

  @Test
  void seesThatSomebodyElseDidItAlready() {
    var cup = record("CUP");
    write(quantity(cup, 3));

    assertThat(records().write("run-2/1", List.of(quantity(cup, 3)), inAMinute()))
        .containsExactly(new Outcome.AlreadySo());
  }

  @Test
  void refusesBadRowsAndWritesTheRest() {
    var gone =
        new Write(
            RecordRef.of("gid://shopify/InventoryItem/1"),
            Inventory.tracked(1, true),
            Inventory.tracked(2, true));
    var bundle = record("SHIRT-M");

    var outcomes = write(gone, quantity(bundle, 8), quantity(record("CUP"), 3));

    assertThat(outcomes.get(0)).isInstanceOf(Outcome.Refused.class);
    assertThat(outcomes.get(0).error()).contains("INVALID_INVENTORY_ITEM");
    assertThat(outcomes.get(1)).isInstanceOf(Outcome.Refused.class);
    assertThat(outcomes.get(1).error()).contains("NON_MUTABLE_INVENTORY_ITEM");
    assertThat(outcomes.get(2)).isEqualTo(APPLIED);
  }

  @Test
  void refusesAStatusByItselfWithoutAskingTheStore() {
    var cup = record("CUP");
    long before = sets();

    var outcome =
        write(new Write(cup.ref(), cup.values(), Map.of(Inventory.STATUS, Inventory.OUT_OF_STOCK)));

    assertThat(outcome.getFirst()).isInstanceOf(Outcome.Refused.class);
    assertThat(sets()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.Kind.class,
      names = {"STATUS", "DROP", "GARBAGE", "HTML", "TRUNCATE", "INTERNAL"})
  void asksAgainForALostAnswerWithoutWritingTwice(Fault.Kind kind) {
    var cup = record("CUP");
    var shirt = record("SHIRT-S");
    var records = records();
    shop.fault(Fault.once(kind).afterTheEffect().of("InventorySet"));
    var sold = new AtomicBoolean();
    shop.onRequest(operation -> {
      if (operation.equals("InventorySet") && sets() == 1 && sold.compareAndSet(false, true)) {
        assertThat(records().write("sale", List.of(quantity(with(cup, 3), 2)), inAMinute()))
            .containsExactly(APPLIED);
      }
    });

    assertThat(write(records, quantity(cup, 3), quantity(shirt, 9)))
        .containsExactly(APPLIED, APPLIED);

    assertThat(quantity("CUP")).isEqualTo(Value.of(2));
  }

  private static StoreRecord with(StoreRecord record, long quantity) {
    return new StoreRecord(
        record.ref(),
        record.name(),
        record.sku(),
        record.options(),
        Inventory.tracked(quantity, true),
        record.facets(),
        null);
  }

  @Test
  void saysUnknownWhenNoAnswerComes() {
    var cup = record("CUP");
    var records = records();
    shop.fault(Fault.once(Fault.Kind.DROP).upTo(100).afterTheEffect().of("InventorySet"));

    assertThat(write(records, quantity(cup, 3)).getFirst()).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void throwsWhenTheStoreGotNothing() {
    var cup = record("CUP");
    var records = records();
    shop.fault(Fault.status(403).of("InventorySet"));

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> write(records, quantity(cup, 3)))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.FORBIDDEN));
  }

  @Test
  void sendsNothingAfterTheDeadline() {
    var cup = record("CUP");
    var records = records();

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> records.write("key", List.of(quantity(cup, 3)), time.instant()))
        .satisfies(e -> assertThat(e.retryable()).isTrue());
    assertThat(sets()).isZero();
  }

  @Test
  void waitsForTheSameRequestThatStillRuns() {
    var cup = record("CUP");
    var first = records();
    var second = records();
    var twice = new AtomicBoolean();
    shop.whileWriting(() -> {
      if (twice.compareAndSet(false, true)) {
        assertThat(write(second, quantity(cup, 3)).getFirst()).isInstanceOf(Outcome.Unknown.class);
      }
    });

    assertThat(write(first, quantity(cup, 3))).containsExactly(APPLIED);
    assertThat(write(second, quantity(cup, 3))).containsExactly(APPLIED);
    assertThat(time.slept()).isGreaterThan(java.time.Duration.ofSeconds(10));
  }

  @Test
  void beingThrottledIsNoError() {
    var cup = record("CUP");
    var records = records();
    shop.fault(Fault.once(Fault.Kind.THROTTLE).upTo(3).of("InventorySet"));

    assertThat(write(records, quantity(cup, 3))).containsExactly(APPLIED);
  }

  @Test
  void startsTrackingAndSetsTheQuantity() {
    var gift = record("GIFT");

    assertThat(write(new Write(gift.ref(), gift.values(), Inventory.tracked(6, true))))
        .containsExactly(APPLIED);

    assertThat(record("GIFT").values()).isEqualTo(Inventory.tracked(6, true));
  }

  @Test
  void stopsTracking() {
    var cup = record("CUP");

    assertThat(write(new Write(cup.ref(), cup.values(), Inventory.untracked(true))))
        .containsExactly(APPLIED);
    assertThat(record("CUP").values()).isEqualTo(Inventory.untracked(true));
    assertThat(write(new Write(cup.ref(), cup.values(), Inventory.untracked(true))))
        .containsExactly(new Outcome.AlreadySo());
  }

  @Test
  void doesNotSwitchTrackingOfWhatMoved() {
    var cup = record("CUP");
    write(quantity(cup, 3));

    assertThat(write(new Write(cup.ref(), cup.values(), Inventory.untracked(true))))
        .containsExactly(
            new Outcome.Conflict(
                Inventory.tracked(3, true), "its stock on Shopify changed since the plan"));
  }

  @Test
  void refusesToTrackWhatIsGone() {
    var gone =
        new Write(
            RecordRef.of("gid://shopify/InventoryItem/1"),
            Inventory.untracked(true),
            Inventory.tracked(2, true));

    assertThat(write(gone).getFirst()).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void leavesItUnknownWhenTrackingIsOnAndTheQuantityIsNot() {
    var gift = record("GIFT");
    var records = records();
    shop.fault(Fault.status(403).of("InventorySet"));

    var outcome = write(records, new Write(gift.ref(), gift.values(), Inventory.tracked(6, true)));

    assertThat(outcome.getFirst()).isInstanceOf(Outcome.Unknown.class);
    assertThat(outcome.getFirst().error()).contains("tracked now");
  }

  @Test
  void namesTheScopeForWriting() {
    try (var readOnly =
        builder().scopes("read_products", "read_inventory", "read_locations").start()) {
      var records =
          TestingCatalogue.store(readOnly, time).records(Inventory.RESOURCE, Scope.DESTINATION);
      var cup =
          records.page(Optional.empty()).records().stream()
              .filter(found -> found.sku().equals("CUP"))
              .findFirst();

      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> write(records, quantity(cup.orElseThrow(), 3)))
          .withMessageContaining("write_inventory");
    }
  }

  @Test
  void givesOneOutcomePerWriteInOrder() {
    shop.close();
    shop = TestingCatalogue.shop(TestingCatalogue.many(250), time).start();
    var records = records();
    var all = records.page(Optional.empty()).records();
    write(records, quantity(all.get(7), 1), quantity(all.get(200), 1));

    var outcomes = write(records, all.stream().map(r -> quantity(r, 5)).toArray(Write[]::new));

    assertThat(outcomes).hasSize(250);
    assertThat(outcomes.get(7)).isInstanceOf(Outcome.Conflict.class);
    assertThat(outcomes.get(200)).isInstanceOf(Outcome.Conflict.class);
    assertThat(outcomes.stream().filter(APPLIED::equals)).hasSize(248);
    assertThat(Stream.of(quantity("SKU-7"), quantity("SKU-9")).filter(Objects::nonNull))
        .containsExactly(Value.of(1), Value.of(5));
  }
}
