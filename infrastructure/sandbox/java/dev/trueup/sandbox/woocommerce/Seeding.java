package dev.trueup.sandbox.woocommerce;

import dev.trueup.sandbox.SeedProduct;
import dev.trueup.sandbox.SeedVariant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Fills a catalogue from a seed: the same seed gives the same ids and the same order.
final class Seeding {
  private static final long AGE_SECONDS = 30L * 24 * 3600;

  private final Catalogue catalogue;
  private final long startSecond;

  /// @param startSecond when the shop was opened; the products are a month older, a second apart
  Seeding(Catalogue catalogue, long startSecond) {
    this.catalogue = catalogue;
    this.startSecond = startSecond;
  }

  void seed(List<SeedProduct> products) {
    long second = startSecond - AGE_SECONDS;
    for (SeedProduct product : products) {
      seed(product, second++);
    }
  }

  private void seed(SeedProduct seed, long second) {
    boolean simple = seed.optionNames().isEmpty();
    Item product = catalogue.create(simple ? Kind.SIMPLE : Kind.VARIABLE, null);
    describe(product, seed);
    date(product, second);
    if (simple) {
      offer(product, seed.variants().getFirst());
    } else {
      product.options = options(seed);
      product.managesStock = seed.stockAtParent();
      product.quantity = seed.stockAtParent() ? seed.parentQuantity() : null;
    }
    product.align();
    catalogue.add(product);
    if (!simple) {
      seedVariations(product, seed, second);
    }
  }

  private void seedVariations(Item product, SeedProduct seed, long second) {
    for (SeedVariant variant : seed.variants()) {
      Item variation = catalogue.create(Kind.VARIATION, product);
      variation.choices = variant.optionValues();
      date(variation, second);
      offer(variation, variant);
      if (seed.stockAtParent()) {
        variation.managesStock = false;
      }
      variation.align();
      catalogue.add(variation);
    }
    product.syncWithVariations();
  }

  private void describe(Item product, SeedProduct seed) {
    product.name = WebText.encode(seed.name());
    product.slug = seed.handle();
    product.description = seed.descriptionHtml();
    product.status = seed.published() ? "publish" : "draft";
    product.categories = catalogue.terms().categoryIds(seed.categories());
    product.tags = catalogue.terms().tagIds(seed.tags());
  }

  private static void date(Item item, long second) {
    item.createdSecond = second;
    item.modifiedSecond = second;
  }

  private static void offer(Item item, SeedVariant variant) {
    item.sku = variant.sku();
    item.barcode = variant.barcode();
    item.weight = kilograms(variant.grams());
    item.managesStock = variant.tracked();
    item.quantity = variant.tracked() ? variant.quantity() : null;
    item.backorders = variant.backorders() ? Backorders.YES : Backorders.NO;
    item.stockStatus = variant.inStock() ? StockStatus.INSTOCK : StockStatus.OUTOFSTOCK;
    BigDecimal before = variant.compareAtPrice();
    boolean sale = before != null && before.compareTo(variant.price()) > 0;
    item.regularPrice = (sale && before != null ? before : variant.price()).toPlainString();
    item.salePrice = sale ? variant.price().toPlainString() : "";
  }

  private static String kilograms(int grams) {
    return grams == 0 ? "" : BigDecimal.valueOf(grams, 3).stripTrailingZeros().toPlainString();
  }

  private static List<Option> options(SeedProduct seed) {
    List<Option> options = new ArrayList<>();
    for (int i = 0; i < seed.optionNames().size(); i++) {
      Set<String> values = new LinkedHashSet<>();
      for (SeedVariant variant : seed.variants()) {
        values.add(variant.optionValues().get(i));
      }
      options.add(new Option(seed.optionNames().get(i), List.copyOf(values), i, true, true));
    }
    return options;
  }
}
