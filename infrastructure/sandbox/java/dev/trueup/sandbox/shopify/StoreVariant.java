package dev.trueup.sandbox.shopify;

import dev.trueup.sandbox.SeedVariant;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A variant with its inventory item and the item's levels. What moves is written by [Catalogue]
/// alone and may be read at any time: each level is replaced whole.
final class StoreVariant {
  static final long FIRST = 44_200_000_000_000L;
  static final long FIRST_ITEM = 52_300_000_000_000L;

  final long number;
  final int position;
  final StoreProduct product;
  final SeedVariant seed;
  final boolean bundle;
  volatile ItemDetails item;
  volatile Instant updatedAt;
  volatile Instant itemUpdatedAt;
  private volatile @Nullable StockLevel[] levels;

  StoreVariant(
      long number,
      int position,
      StoreProduct product,
      SeedVariant seed,
      boolean bundle,
      ItemDetails item,
      @Nullable StockLevel[] levels) {
    this.number = number;
    this.position = position;
    this.product = product;
    this.seed = seed;
    this.bundle = bundle;
    this.item = item;
    this.levels = levels;
    this.updatedAt = product.updatedAt;
    this.itemUpdatedAt = product.updatedAt;
  }

  static long ofItem(long itemNumber) {
    return itemNumber - FIRST_ITEM + FIRST;
  }

  long itemNumber() {
    return number - FIRST + FIRST_ITEM;
  }

  String gid() {
    return Gid.of("ProductVariant", number);
  }

  String itemGid() {
    return Gid.of("InventoryItem", itemNumber());
  }

  Optional<StockLevel> level(StoreLocation location) {
    @Nullable StockLevel[] now = levels;
    return location.index() < now.length
        ? Optional.ofNullable(now[location.index()])
        : Optional.empty();
  }

  void replaceLevel(StoreLocation location, StockLevel level) {
    @Nullable StockLevel[] now = levels;
    @Nullable StockLevel[] next = Arrays.copyOf(now, Math.max(now.length, location.index() + 1));
    next[location.index()] = level;
    levels = next;
  }

  /// The units that can be sold, over all active levels.
  int available() {
    return Arrays.stream(levels)
        .filter(Objects::nonNull)
        .filter(StockLevel::active)
        .mapToInt(StockLevel::available)
        .sum();
  }

  /// `Default Title`, or the option values as Shopify joins them.
  String title() {
    return product.hasOptions() ? String.join(" / ", seed.optionValues()) : "Default Title";
  }
}
