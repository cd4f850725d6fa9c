package dev.trueup.sandbox.shopify;

import dev.trueup.sandbox.SeedProduct;
import dev.trueup.sandbox.SeedVariant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Fills a catalogue from a seed: ids count up in the order of the seed, all stock is at the first
/// location.
final class CatalogueSeeding {
  private final Catalogue catalogue;
  private final Set<String> bundleSkus;
  private final Instant at;
  private final Map<String, StoreCollection> collections = new LinkedHashMap<>();
  private final Map<StoreCollection, List<StoreProduct>> members = new LinkedHashMap<>();
  private long nextVariant = StoreVariant.FIRST;

  CatalogueSeeding(List<StoreLocation> locations, Set<String> bundleSkus, Instant at) {
    this.catalogue = new Catalogue(locations);
    this.bundleSkus = Set.copyOf(bundleSkus);
    this.at = at;
  }

  Catalogue seed(List<SeedProduct> seeds) {
    for (int i = 0; i < seeds.size(); i++) {
      catalogue.add(product(StoreProduct.FIRST + i, seeds.get(i)));
    }
    members.forEach((collection, products) -> collection.products = List.copyOf(products));
    return catalogue;
  }

  private StoreProduct product(long number, SeedProduct seed) {
    List<StoreCollection> in = seed.categories().stream().map(this::collection).toList();
    StoreProduct product = new StoreProduct(number, seed, in, at);
    for (StoreCollection collection : in) {
      members.computeIfAbsent(collection, _ -> new ArrayList<>()).add(product);
    }
    List<StoreVariant> variants = new ArrayList<>();
    for (SeedVariant variant : seed.variants()) {
      variants.add(variant(product, variants.size() + 1, variant));
    }
    product.variants = List.copyOf(variants);
    return product;
  }

  private StoreCollection collection(String title) {
    return collections.computeIfAbsent(
        title,
        name -> {
          StoreCollection made =
              new StoreCollection(StoreCollection.FIRST + collections.size(), name);
          catalogue.add(made);
          return made;
        });
  }

  private StoreVariant variant(StoreProduct product, int position, SeedVariant seed) {
    ItemDetails item =
        new ItemDetails(
            seed.sku().isEmpty() ? null : seed.sku(),
            seed.tracked(),
            true,
            null,
            seed.grams(),
            "GRAMS",
            null,
            null);
    @Nullable StockLevel[] levels = {
      new StockLevel(true, seed.tracked() ? seed.quantity() : 0, 0, at)
    };
    boolean bundle = bundleSkus.contains(seed.sku());
    return new StoreVariant(nextVariant++, position, product, seed, bundle, item, levels);
  }
}
