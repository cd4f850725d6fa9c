package dev.trueup.bench;

import dev.trueup.catalog.Inventory;
import dev.trueup.catalog.Platform;
import dev.trueup.catalog.StoreRecord;
import dev.trueup.run.Outcomes;
import dev.trueup.sandbox.SeedProduct;
import dev.trueup.sandbox.SeededStores;
import dev.trueup.sandbox.shopify.Plan;
import dev.trueup.sandbox.shopify.ShopifyRequest;
import dev.trueup.sandbox.shopify.SimulatedShopify;
import dev.trueup.store.Scope;
import dev.trueup.store.StoreRecords;
import dev.trueup.store.shopify.ShopifySettings;
import dev.trueup.store.shopify.ShopifyStore;
import dev.trueup.store.shopify.TimedShopify;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Applies 20,000 inventory changes to the simulated Shopify at the rate of each plan, from an
/// empty bucket: with a full one, Standard's 2,000 points would pay for all of them at once.
///
/// The pace is taken at the store, from the request that finds the bucket empty to the last. Time
/// runs slower for the larger plans, see [SlowedTime], so that each takes about ten real seconds.
final class ShopifyApply implements Benchmark {
  private static final int CHANGES = 20_000;
  private static final int ROWS = 250;

  /// The points that one page less than a full bucket leaves pay for so many requests at most.
  private static final int LEFT_OVER = 25;

  private static final String WRITE = "InventorySet";

  @Override
  public void run(Consumer<Figure> figures) throws Exception {
    List<SeedProduct> seed = SeededStores.generated(CHANGES + CHANGES / 10, 1).shopify();
    for (Plan plan : Plan.values()) {
      int factor = Math.max(1, plan.pointsPerSecond() / 100);
      measure(plan, SlowedTime.by(factor), seed, figures);
    }
  }

  private static void measure(
      Plan plan, SlowedTime time, List<SeedProduct> seed, Consumer<Figure> figures)
      throws Exception {
    try (var shop =
        SimulatedShopify.builder(seed)
            .plan(Plan.ENTERPRISE)
            .nanos(time::nanos)
            .clock(time)
            .start()) {
      List<StoreRecord> found = ApprovedRun.writable(inventory(store(shop, time)), CHANGES);
      shop.plan(plan);
      ShopifyStore store = store(shop, time);
      StoreRecords records = inventory(store);
      var run = new ApprovedRun(Platform.SHOPIFY, records, found);
      empty(store, records);
      shop.forgetRequests();
      Outcomes outcomes = run.apply(time, pause -> sleep(time, pause));
      if (outcomes.applied() != CHANGES) {
        throw new IllegalStateException("not everything was applied: " + outcomes);
      }
      tell(plan, shop.requests(), figures);
    }
  }

  private static void tell(Plan plan, List<ShopifyRequest> all, Consumer<Figure> figures) {
    String name = "shopify-apply-" + plan.name().toLowerCase(Locale.ROOT);
    List<ShopifyRequest> writes =
        all.stream().filter(each -> each.operationName().equals(WRITE)).toList();
    List<ShopifyRequest> done =
        writes.stream().filter(Predicate.not(ShopifyRequest::throttled)).toList();
    long[] at = done.stream().mapToLong(ShopifyRequest::atNanos).sorted().toArray();
    double seconds = (at[at.length - 1] - at[LEFT_OVER]) / 1e9;
    double perSecond = (at.length - 1 - LEFT_OVER) * ROWS / seconds;
    double points = done.stream().mapToInt(ShopifyRequest::actualCost).average().orElseThrow();
    double allowed = plan.pointsPerSecond() / points * ROWS;
    long throttled = all.stream().filter(ShopifyRequest::throttled).count();
    long above = all.stream().filter(each -> each.requestedCost() > plan.maximumPoints()).count();
    figures.accept(Figure.of(name + "-items", perSecond, "items/s"));
    figures.accept(Figure.atLeast(name + "-of-allowed", 100 * perSecond / allowed, "%", 95));
    figures.accept(Figure.below(name + "-throttled", 100.0 * throttled / all.size(), "%", 1));
    figures.accept(Figure.atMost(name + "-above-bucket", (double) above, "requests", 0));
  }

  /// Reads until it has to wait for points.
  private static void empty(ShopifyStore store, StoreRecords records) {
    Optional<String> cursor = Optional.empty();
    while (store.waited().isZero()) {
      cursor = records.page(cursor).next();
    }
  }

  private static StoreRecords inventory(ShopifyStore store) {
    return store.records(Inventory.RESOURCE, Scope.DESTINATION);
  }

  private static ShopifyStore store(SimulatedShopify shop, SlowedTime time) {
    var settings =
        new ShopifySettings("sandbox", URI.create(shop.url()), null, null, shop.staticToken());
    return TimedShopify.open(settings, time, time::sleep);
  }

  private static void sleep(SlowedTime time, java.time.Duration pause) {
    try {
      time.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
