package dev.trueup.sandbox.shopify;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Variants by SKU. Looking one up ignores case, as Shopify's search does; counting duplicates does
/// not.
final class SkuIndex {
  private final Map<String, List<StoreVariant>> variants = new ConcurrentHashMap<>();

  void add(StoreVariant variant, @Nullable String sku) {
    if (sku != null) {
      variants.merge(fold(sku), List.of(variant), SkuIndex::joined);
    }
  }

  void remove(StoreVariant variant, @Nullable String sku) {
    if (sku != null) {
      variants.computeIfPresent(fold(sku), (_, found) -> without(found, variant));
    }
  }

  List<StoreVariant> find(String sku) {
    return variants.getOrDefault(fold(sku), List.of());
  }

  /// How many other items carry this very SKU.
  int duplicates(@Nullable String sku) {
    if (sku == null) {
      return 0;
    }
    long same = find(sku).stream().filter(variant -> sku.equals(variant.item.sku())).count();
    return Math.toIntExact(Math.max(0, same - 1));
  }

  private static String fold(String sku) {
    return sku.toLowerCase(Locale.ROOT);
  }

  private static List<StoreVariant> joined(List<StoreVariant> left, List<StoreVariant> right) {
    return Stream.concat(left.stream(), right.stream()).toList();
  }

  private static @Nullable List<StoreVariant> without(
      List<StoreVariant> found, StoreVariant variant) {
    List<StoreVariant> rest = found.stream().filter(other -> other != variant).toList();
    return rest.isEmpty() ? null : rest;
  }
}
