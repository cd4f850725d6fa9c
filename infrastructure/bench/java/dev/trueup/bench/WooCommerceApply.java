package dev.trueup.bench;

import dev.trueup.apply.Pause;
import dev.trueup.catalog.Inventory;
import dev.trueup.catalog.Platform;
import dev.trueup.catalog.RecordRef;
import dev.trueup.catalog.StoreRecord;
import dev.trueup.run.Outcomes;
import dev.trueup.sandbox.SeedProduct;
import dev.trueup.sandbox.SeedVariant;
import dev.trueup.sandbox.woocommerce.Latency;
import dev.trueup.sandbox.woocommerce.SimulatedWooCommerce;
import dev.trueup.store.Scope;
import dev.trueup.store.StoreRecords;
import dev.trueup.store.woocommerce.WooCommerceSettings;
import dev.trueup.store.woocommerce.WooCommerceStore;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Applies 5,000 inventory changes to the simulated WooCommerce, whose answers take 200 ms and 20
/// ms per item alone, and longer the more requests it has: most gets done with five at once. The
/// same is done by two to eight threads that know nothing else; the best of them is the measure.
///
/// All of them run at the same time, each against a shop of its own: nearly all of that time is
/// waiting.
final class WooCommerceApply implements Benchmark {
  private static final int CHANGES = 5_000;
  private static final int ROWS = 100;
  private static final int FEWEST_THREADS = 2;
  private static final int MOST_THREADS = 8;
  private static final Latency LATENCY =
      new Latency(Duration.ofMillis(200), Duration.ofMillis(20), 0.04);

  @Override
  public void run(Consumer<Figure> figures) throws Exception {
    List<SeedProduct> seed =
        IntStream.rangeClosed(1, CHANGES).mapToObj(WooCommerceApply::product).toList();
    var fixed = new TreeMap<Integer, Future<Double>>();
    double adaptive;
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int threads = FEWEST_THREADS; threads <= MOST_THREADS; threads++) {
        int number = threads;
        fixed.put(number, executor.submit(() -> secondsOf(seed, number)));
      }
      adaptive = executor.submit((Callable<Double>) () -> secondsOfAdapter(seed)).get();
    }
    double best = Double.MAX_VALUE;
    for (var each : fixed.entrySet()) {
      double seconds = each.getValue().get();
      best = Math.min(best, seconds);
      figures.accept(
          Figure.of("woocommerce-apply-fixed-" + each.getKey(), CHANGES / seconds, "items/s"));
    }
    figures.accept(Figure.of("woocommerce-apply-adaptive", CHANGES / adaptive, "items/s"));
    figures.accept(
        Figure.atLeast("woocommerce-apply-of-best-fixed", 100 * best / adaptive, "%", 90));
  }

  private static double secondsOf(List<SeedProduct> seed, int threads) throws Exception {
    try (var shop = SimulatedWooCommerce.builder(seed).start()) {
      List<String> ids =
          ApprovedRun.writable(inventory(shop), CHANGES).stream()
              .map(StoreRecord::ref)
              .map(RecordRef::id)
              .toList();
      var batches = new ArrayList<List<String>>();
      for (int from = 0; from < ids.size(); from += ROWS) {
        batches.add(ids.subList(from, Math.min(from + ROWS, ids.size())));
      }
      shop.latency(LATENCY);
      return new FixedWriters(shop.url(), shop.key(), shop.secret()).write(batches, threads);
    }
  }

  /// A new adapter, which has not seen the shop before.
  private static double secondsOfAdapter(List<SeedProduct> seed) {
    try (var shop = SimulatedWooCommerce.builder(seed).start()) {
      List<StoreRecord> found = ApprovedRun.writable(inventory(shop), CHANGES);
      var run = new ApprovedRun(Platform.WOOCOMMERCE, inventory(shop), found);
      shop.latency(LATENCY);
      long start = System.nanoTime();
      Outcomes outcomes = run.apply(InstantSource.system(), Pause.REAL);
      double seconds = (System.nanoTime() - start) / 1e9;
      if (outcomes.applied() != CHANGES || !shop.overlappingWrites().isEmpty()) {
        throw new IllegalStateException("not everything was applied as it should: " + outcomes);
      }
      return seconds;
    }
  }

  private static StoreRecords inventory(SimulatedWooCommerce shop) {
    var settings = new WooCommerceSettings(URI.create(shop.url()), shop.key(), shop.secret());
    return new WooCommerceStore(settings).records(Inventory.RESOURCE, Scope.DESTINATION);
  }

  private static SeedProduct product(int number) {
    var variant =
        new SeedVariant(
            List.of(), "SKU-" + number, BigDecimal.TEN, null, true, 10, true, false, 100, "");
    return new SeedProduct(
        "product-" + number,
        "Product " + number,
        "",
        "",
        "",
        List.of(),
        List.of(),
        true,
        List.of(),
        List.of(variant),
        false,
        0);
  }
}
