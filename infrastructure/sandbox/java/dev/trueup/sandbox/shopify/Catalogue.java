package dev.trueup.sandbox.shopify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;

/// Everything the store sells, ordered for paging. Readers may come at any time; writers go through
/// [StoreState], one at a time.
final class Catalogue {
  private final NavigableMap<Long, StoreProduct> products = new ConcurrentSkipListMap<>();
  private final NavigableMap<Long, StoreVariant> variants = new ConcurrentSkipListMap<>();
  private final NavigableMap<Long, StoreCollection> collections = new ConcurrentSkipListMap<>();
  private final NavigableSet<ProductAt> byUpdate = new ConcurrentSkipListSet<>(ProductAt.ORDER);
  private final SkuIndex skus = new SkuIndex();
  private final List<StoreLocation> locations;

  Catalogue(List<StoreLocation> locations) {
    this.locations = List.copyOf(locations);
  }

  /// A product at the moment it was last updated: the key of the order by update.
  record ProductAt(Instant updatedAt, long number) {
    static final Comparator<ProductAt> ORDER =
        Comparator.comparing(ProductAt::updatedAt).thenComparingLong(ProductAt::number);
  }

  void add(StoreProduct product) {
    products.put(product.number, product);
    byUpdate.add(new ProductAt(product.updatedAt, product.number));
    for (StoreVariant variant : product.variants) {
      variants.put(variant.number, variant);
      skus.add(variant, variant.item.sku());
    }
  }

  void add(StoreCollection collection) {
    collections.put(collection.number, collection);
  }

  NavigableMap<Long, StoreProduct> products() {
    return products;
  }

  NavigableMap<Long, StoreVariant> variants() {
    return variants;
  }

  NavigableMap<Long, StoreCollection> collections() {
    return collections;
  }

  NavigableSet<ProductAt> productsByUpdate() {
    return byUpdate;
  }

  SkuIndex skus() {
    return skus;
  }

  List<StoreLocation> locations() {
    return locations;
  }

  Optional<StoreVariant> item(String gid) {
    long number = Gid.number("InventoryItem", gid);
    return Optional.ofNullable(variants.get(StoreVariant.ofItem(number)));
  }

  Optional<StoreLocation> location(String gid) {
    return locationAt(StoreLocation.indexOf(Gid.number("Location", gid)));
  }

  Optional<StoreLocation> locationAt(int index) {
    return index >= 0 && index < locations.size()
        ? Optional.of(locations.get(index))
        : Optional.empty();
  }

  /// Does nothing when the variant is gone.
  void apply(StateChange.LevelSet change) {
    StoreVariant variant = variants.get(change.variant());
    if (variant != null) {
      variant.replaceLevel(locations.get(change.location()), change.level());
      touch(variant, change.level().updatedAt());
    }
  }

  void apply(StateChange.ItemSet change) {
    StoreVariant variant = variants.get(change.variant());
    if (variant != null) {
      skus.remove(variant, variant.item.sku());
      variant.item = change.item();
      variant.itemUpdatedAt = change.at();
      skus.add(variant, change.item().sku());
      touch(variant, change.at());
    }
  }

  void apply(StateChange.VariantRemoved change) {
    StoreVariant variant = variants.remove(change.variant());
    if (variant != null) {
      skus.remove(variant, variant.item.sku());
      removeFrom(variant.product, variant);
      touch(variant, change.at());
    }
  }

  private void removeFrom(StoreProduct product, StoreVariant variant) {
    List<StoreVariant> rest = new ArrayList<>(product.variants);
    rest.remove(variant);
    product.variants = List.copyOf(rest);
    if (rest.isEmpty()) {
      products.remove(product.number);
      byUpdate.remove(new ProductAt(product.updatedAt, product.number));
      for (StoreCollection collection : product.collections) {
        List<StoreProduct> members = new ArrayList<>(collection.products);
        members.remove(product);
        collection.products = List.copyOf(members);
      }
    }
  }

  private void touch(StoreVariant variant, Instant at) {
    variant.updatedAt = at;
    StoreProduct product = variant.product;
    if (products.containsKey(product.number)) {
      byUpdate.remove(new ProductAt(product.updatedAt, product.number));
      product.updatedAt = at;
      byUpdate.add(new ProductAt(at, product.number));
    }
  }
}
