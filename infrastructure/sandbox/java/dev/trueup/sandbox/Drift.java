package dev.trueup.sandbox;

import dev.trueup.catalog.Platform;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// What happens to the copy of a catalogue in a second store: quantities move, a SKU is mistyped, a
/// product is forgotten. Each product is touched at most once; a kind of difference that no product
/// is left for does not occur.
final class Drift {
  private static final int MOVED_ONE_IN = 10;

  private final Random random;
  private final List<SeedProduct> products;
  private final Deque<Integer> untouched;

  Drift(List<SeedProduct> catalogue, Random random) {
    this.random = random;
    this.products = new ArrayList<>(catalogue);
    List<Integer> order = new ArrayList<>(IntStream.range(0, catalogue.size()).boxed().toList());
    Collections.shuffle(order, random);
    this.untouched = new ArrayDeque<>(order);
  }

  /// Moves about a tenth of the counted quantities, and nothing else.
  List<SeedProduct> ofQuantities() {
    products.replaceAll(product ->
        Edits.eachVariant(
            product,
            variant ->
                variant.tracked() && random.nextInt(MOVED_ONE_IN) == 0 ? moved(variant) : variant));
    return List.copyOf(products);
  }

  /// Makes one difference of every kind, and moves the stock of a tenth of the products.
  ///
  /// @param platform of the store the copy is for
  List<SeedProduct> ofEveryKind(Platform platform) {
    int moved = 1 + products.size() / MOVED_ONE_IN;
    for (int i = 0; i < moved; i++) {
      touch(Drift::isCounted, product -> Edits.eachVariant(product, this::moved));
    }
    touch(
        Drift::isInStock,
        product -> Edits.eachVariant(product, variant -> Edits.counted(variant, 0)));
    touch(Drift::isCounted, product -> Edits.eachVariant(product, Edits::uncounted));
    touch(
        Drift::isUncounted,
        product -> Edits.eachVariant(product, variant -> Edits.counted(variant, 5)));
    touch(Drift::hasSkus, product -> Edits.eachVariant(product, Drift::respelled));
    touch(
        Drift::hasSkus,
        product -> Edits.eachVariant(product, variant -> Edits.withSku(variant, "")));
    switch (platform) {
      case SHOPIFY -> repeatSku();
      case WOOCOMMERCE -> touch(Drift::isCountedPerOption, Edits::stockAtParent);
    }
    addOne();
    forgetOne();
    return List.copyOf(products);
  }

  private void touch(Predicate<SeedProduct> suits, UnaryOperator<SeedProduct> edit) {
    untouched.stream()
        .filter(index -> suits.test(products.get(index)))
        .findFirst()
        .ifPresent(index -> {
          untouched.remove(index);
          products.set(index, edit.apply(products.get(index)));
        });
  }

  private SeedVariant moved(SeedVariant variant) {
    int units = 1 + random.nextInt(9);
    boolean sold = random.nextBoolean() && variant.quantity() >= units;
    return Edits.counted(variant, variant.quantity() + (sold ? -units : units));
  }

  private static SeedVariant respelled(SeedVariant variant) {
    String sku = variant.sku();
    String upper = sku.toUpperCase(Locale.ROOT);
    return Edits.withSku(
        variant, " " + (upper.equals(sku) ? sku.toLowerCase(Locale.ROOT) : upper) + " ");
  }

  /// Shopify takes a SKU twice, WooCommerce does not.
  private void repeatSku() {
    List<String> taken = new ArrayList<>();
    touch(
        Drift::hasSkus,
        product -> {
          taken.add(product.variants().getFirst().sku());
          return product;
        });
    taken.forEach(sku ->
        touch(
            product -> product.variants().size() == 1,
            product -> Edits.eachVariant(product, variant -> Edits.withSku(variant, sku))));
  }

  private void addOne() {
    SeedVariant variant =
        new SeedVariant(
            List.of(), "ONLY-HERE", BigDecimal.TEN, null, true, 7, true, false, 200, "");
    products.add(
        new SeedProduct(
            "only-here",
            "Sold Only Here",
            "",
            "",
            "",
            List.of(),
            List.of(),
            true,
            List.of(),
            List.of(variant),
            false,
            0));
  }

  private void forgetOne() {
    Integer forgotten = untouched.poll();
    if (forgotten != null) {
      products.remove(forgotten.intValue());
    }
  }

  private static boolean isCounted(SeedProduct product) {
    return !product.stockAtParent() && product.variants().stream().allMatch(SeedVariant::tracked);
  }

  private static boolean isUncounted(SeedProduct product) {
    return product.variants().stream().noneMatch(SeedVariant::tracked);
  }

  private static boolean isCountedPerOption(SeedProduct product) {
    return isCounted(product) && !product.optionNames().isEmpty();
  }

  private static boolean isInStock(SeedProduct product) {
    return isCounted(product)
        && product.variants().stream().allMatch(variant -> variant.quantity() > 0);
  }

  private static boolean hasSkus(SeedProduct product) {
    return product.variants().stream().noneMatch(variant -> variant.sku().isBlank());
  }
}
