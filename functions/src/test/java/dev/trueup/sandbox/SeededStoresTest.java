package dev.trueup.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trueup.catalog.Platform;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeededStoresTest {
  private static final Path WOOCOMMERCE =
      Path.of("infrastructure/sandbox/resources/sandbox/woocommerce-sample-products.csv");
  private static final Path SHOPIFY =
      Path.of("infrastructure/sandbox/resources/sandbox/shopify-home-and-garden.csv");

  @Test
  void makesTheSameStoresEveryTime() {
    assertThat(SeededStores.samples()).isEqualTo(SeededStores.samples());
    assertThat(SeededStores.generated(500, 7)).isEqualTo(SeededStores.generated(500, 7));
    assertThat(SeededStores.generated(500, 7)).isNotEqualTo(SeededStores.generated(500, 8));
  }

  @Test
  void hasEveryKindOfDifferenceInTheSamples() {
    SeededStores stores = SeededStores.samples();

    assertThat(onlyIn(stores.wooCommerce(), stores.shopify())).hasSize(1);
    assertThat(onlyIn(stores.shopify(), stores.wooCommerce())).containsExactly("only-here");
    assertThat(skusHeldTwice(stores.wooCommerce())).isEmpty();
    assertThat(skusHeldTwice(stores.shopify())).hasSize(1);
    assertThat(changed(stores, SeedVariant::tracked)).isGreaterThan(1);
    assertThat(changed(stores, SeedVariant::quantity)).isGreaterThan(8);
    assertThat(changed(stores, SeedVariant::inStock)).isPositive();
    assertThat(changed(stores, variant -> variant.sku().isEmpty())).isPositive();
    assertThat(changed(stores, SeedVariant::sku))
        .isGreaterThan(changed(stores, variant -> variant.sku().strip().toLowerCase(Locale.ROOT)));
    assertThat(stores.wooCommerce()).anyMatch(SeedProduct::stockAtParent);
    assertThat(stores.wooCommerce()).anyMatch(product -> product.name().contains("&"));
  }

  @Test
  void movesAboutATenthOfAGeneratedCatalogueAndNothingElse() {
    SeededStores stores = SeededStores.generated(10_000, 1);

    assertThat(variants(stores.wooCommerce())).hasSize(10_000);
    assertThat(variants(stores.wooCommerce()).stream().map(SeedVariant::sku))
        .doesNotHaveDuplicates();
    assertThat(stores.wooCommerce())
        .anyMatch(product -> product.variants().size() == 1)
        .anyMatch(product -> product.variants().size() > 3);
    assertThat(changed(stores, SeedVariant::quantity)).isBetween(900L, 1_100L);
    assertThat(changed(stores, SeedVariant::sku)).isZero();
    assertThat(variants(stores.shopify())).allMatch(variant -> variant.quantity() >= 0);
  }

  @Test
  void leavesTheSideWithAFileAsTheFileIs() {
    SeededStores ofWooCommerce = SeededStores.of(WOOCOMMERCE, null);
    SeededStores ofShopify = SeededStores.of(null, SHOPIFY);

    assertThat(ofWooCommerce.wooCommerce()).isEqualTo(Seeds.read(WOOCOMMERCE));
    assertThat(ofWooCommerce.shopify()).isNotEqualTo(ofWooCommerce.wooCommerce());
    assertThat(ofShopify.shopify()).isEqualTo(Seeds.read(SHOPIFY));
    assertThat(ofShopify.wooCommerce()).isNotEqualTo(ofShopify.shopify());
    assertThat(SeededStores.of(WOOCOMMERCE, SHOPIFY))
        .isEqualTo(new SeededStores(Seeds.read(WOOCOMMERCE), Seeds.read(SHOPIFY)));
    assertThat(SeededStores.of(null, null)).isEqualTo(SeededStores.samples());
  }

  @Test
  void copesWithACatalogueTooSmallForEveryKindOfDifference() {
    List<SeedProduct> one = Seeds.samples().subList(0, 1);

    List<SeedProduct> copy = new Drift(one, new Random(1)).ofEveryKind(Platform.WOOCOMMERCE);

    assertThat(copy).hasSize(2);
  }

  private static List<SeedVariant> variants(List<SeedProduct> products) {
    return products.stream().flatMap(product -> product.variants().stream()).toList();
  }

  private static List<String> onlyIn(List<SeedProduct> here, List<SeedProduct> there) {
    List<String> handles = there.stream().map(SeedProduct::handle).toList();
    return here.stream()
        .map(SeedProduct::handle)
        .filter(handle -> !handles.contains(handle))
        .toList();
  }

  private static List<String> skusHeldTwice(List<SeedProduct> products) {
    return variants(products).stream()
        .map(SeedVariant::sku)
        .filter(sku -> !sku.isEmpty())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .entrySet()
        .stream()
        .filter(entry -> entry.getValue() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  /// How many variants that both stores have differ in what is looked at.
  private static long changed(SeededStores stores, Function<SeedVariant, Object> looking) {
    var shopify =
        stores.shopify().stream()
            .collect(Collectors.toMap(SeedProduct::handle, Function.identity()));
    return stores.wooCommerce().stream()
        .flatMap(product -> {
          SeedProduct other = shopify.get(product.handle());
          return other == null ? Stream.<Boolean>empty() : differing(product, other, looking);
        })
        .filter(differs -> differs)
        .count();
  }

  private static Stream<Boolean> differing(
      SeedProduct one, SeedProduct other, Function<SeedVariant, Object> looking) {
    return IntStream.range(0, one.variants().size())
        .mapToObj(i ->
            !looking.apply(one.variants().get(i)).equals(looking.apply(other.variants().get(i))));
  }
}
