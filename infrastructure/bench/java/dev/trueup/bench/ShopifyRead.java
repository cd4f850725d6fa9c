package dev.trueup.bench;

import dev.trueup.sandbox.SeedProduct;
import dev.trueup.sandbox.SeededStores;
import dev.trueup.sandbox.shopify.Plan;
import dev.trueup.sandbox.shopify.ShopifyRequest;
import dev.trueup.sandbox.shopify.SimulatedShopify;
import dev.trueup.store.shopify.TimedShopify;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/// Reads 50,000 variants of the simulated Shopify by pages, at the rate of Plus (Standard's points
/// would take eight minutes), and in bulk, which is what the adapter chooses at the rate of
/// Standard. The reader is a process of its own with a heap of 128 MB, and keeps no record.
final class ShopifyRead implements Benchmark {
  private static final int VARIANTS = 50_000;
  private static final int MEGABYTES = 128;

  @Override
  public void run(Consumer<Figure> figures) throws Exception {
    List<SeedProduct> seed = SeededStores.generated(VARIANTS, 1).shopify();
    int variants = seed.stream().mapToInt(product -> product.variants().size()).sum();
    try (var shop = SimulatedShopify.builder(seed).plan(Plan.PLUS).start()) {
      measure("pages", shop, TimedShopify.firstPage(), variants, figures);
      shop.plan(Plan.STANDARD);
      measure("bulk", shop, "", variants, figures);
    }
  }

  private static void measure(
      String how, SimulatedShopify shop, String cursor, int variants, Consumer<Figure> figures)
      throws IOException, InterruptedException {
    shop.forgetRequests();
    List<String> printed =
        ChildJvm.run(ReadingClient.class, MEGABYTES, shop.url(), shop.staticToken(), cursor);
    String[] numbers = printed.getLast().split(" ", -1);
    int points = shop.requests().stream().mapToInt(ShopifyRequest::actualCost).sum();
    String name = "shopify-read-" + how;
    double read = Double.parseDouble(numbers[0]);
    figures.accept(new Figure(name, read, "variants", "= " + variants, read == variants));
    figures.accept(Figure.of(name + "-time", Double.parseDouble(numbers[1]), "s"));
    figures.accept(Figure.of(name + "-points", points, "points"));
    figures.accept(Figure.of(name + "-peak-heap", Double.parseDouble(numbers[2]), "MB"));
  }
}
