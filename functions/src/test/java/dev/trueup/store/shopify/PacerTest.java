package dev.trueup.store.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trueup.catalog.Inventory;
import dev.trueup.catalog.Value;
import dev.trueup.sandbox.shopify.Plan;
import dev.trueup.store.Outcome;
import dev.trueup.store.Scope;
import dev.trueup.store.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PacerTest {
  private static final int POINTS_PER_WRITE = 10;

  private final TestingTime time = new TestingTime();

  @ParameterizedTest
  @EnumSource(
      value = Plan.class,
      names = {"STANDARD", "ADVANCED"})
  void usesAllPointsAndIsNeverThrottled(Plan plan) throws Exception {
    int requests = 3 * plan.maximumPoints() / POINTS_PER_WRITE;
    try (var shop = TestingCatalogue.shop(TestingCatalogue.many(1), time).plan(plan).start()) {
      var store = TestingCatalogue.store(shop, time);
      var records = store.records(Inventory.RESOURCE, Scope.DESTINATION);
      var item = records.page(Optional.empty()).records().getFirst();
      var same = new Write(item.ref(), item.values(), Map.of(Inventory.QUANTITY, Value.of(10)));

      var answers = new ArrayList<Future<List<Outcome>>>();
      try (var threads = Executors.newFixedThreadPool(8)) {
        for (int i = 0; i < requests; i++) {
          String key = "key-" + i;
          answers.add(
              threads.submit(
                  () -> records.write(key, List.of(same), time.instant().plusSeconds(600))));
        }
      }

      for (var answer : answers) {
        assertThat(answer.get()).containsExactly(new Outcome.Applied());
      }
      double allowed =
          plan.maximumPoints() + plan.pointsPerSecond() * store.waited().toMillis() / 1000.0;
      assertThat(shop.throttledRequests()).isZero();
      assertThat(store.waited()).isEqualTo(time.slept());
      assertThat(requests * POINTS_PER_WRITE / allowed).isBetween(0.95, 1.01);
    }
  }
}
