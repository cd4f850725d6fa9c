package dev.trueup.sandbox.shopify;

import dev.trueup.sandbox.SeedProduct;
import java.time.Instant;
import java.util.List;

/// A product of the store. Its fixed texts stay in the seed; what moves is written by [Catalogue]
/// alone and may be read at any time.
final class StoreProduct {
  static final long FIRST = 8_100_000_000_000L;

  final long number;
  final SeedProduct seed;
  final List<StoreCollection> collections;
  volatile List<StoreVariant> variants = List.of();
  final Instant createdAt;
  volatile Instant updatedAt;

  StoreProduct(long number, SeedProduct seed, List<StoreCollection> collections, Instant at) {
    this.number = number;
    this.seed = seed;
    this.collections = List.copyOf(collections);
    this.createdAt = at;
    this.updatedAt = at;
  }

  String gid() {
    return Gid.of("Product", number);
  }

  String status() {
    return seed.published() ? "ACTIVE" : "DRAFT";
  }

  boolean hasOptions() {
    return !seed.optionNames().isEmpty();
  }

  int totalInventory() {
    return variants.stream()
        .filter(variant -> variant.item.tracked())
        .mapToInt(StoreVariant::available)
        .sum();
  }
}
