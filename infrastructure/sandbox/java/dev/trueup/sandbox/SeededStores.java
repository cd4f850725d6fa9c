package dev.trueup.sandbox;

import dev.trueup.catalog.Platform;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// What to seed the two sandbox stores with. The same call always gives the same two stores.
public record SeededStores(List<SeedProduct> wooCommerce, List<SeedProduct> shopify) {
  private static final long SEED = 42;

  public SeededStores {
    wooCommerce = List.copyOf(wooCommerce);
    shopify = List.copyOf(shopify);
  }

  /// The samples of the project, with one of every kind of difference between the stores.
  public static SeededStores samples() {
    return fromWooCommerce(Seeds.samples());
  }

  /// A made-up catalogue in both stores, where about a tenth of the quantities differ and nothing
  /// else does.
  ///
  /// @param variants how many there are, of all products
  public static SeededStores generated(int variants, long seed) {
    Random random = new Random(seed);
    List<SeedProduct> catalogue = new GeneratedCatalogue(random).products(variants);
    return new SeededStores(catalogue, new Drift(catalogue, random).ofQuantities());
  }

  /// Each side exactly as in its file. With only one file, the other side gets a copy with one of
  /// every kind of difference; with none, these are the samples.
  ///
  /// @throws dev.trueup.store.export.ExportException when a file is not a product export
  /// @throws IllegalArgumentException when a row of a file cannot be understood
  public static SeededStores of(@Nullable Path wooCommerceCsv, @Nullable Path shopifyCsv) {
    if (wooCommerceCsv != null && shopifyCsv != null) {
      return new SeededStores(Seeds.read(wooCommerceCsv), Seeds.read(shopifyCsv));
    }
    if (wooCommerceCsv != null) {
      return fromWooCommerce(Seeds.read(wooCommerceCsv));
    }
    return shopifyCsv == null ? samples() : fromShopify(Seeds.read(shopifyCsv));
  }

  private static SeededStores fromWooCommerce(List<SeedProduct> catalogue) {
    Drift drift = new Drift(catalogue, new Random(SEED));
    return new SeededStores(catalogue, drift.ofEveryKind(Platform.SHOPIFY));
  }

  private static SeededStores fromShopify(List<SeedProduct> catalogue) {
    Drift drift = new Drift(catalogue, new Random(SEED));
    return new SeededStores(drift.ofEveryKind(Platform.WOOCOMMERCE), catalogue);
  }
}
