package dev.trueup.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedsTest {
  @TempDir Path folder;

  @Test
  void readsEverythingSellableOfWooCommercesOwnSample() {
    List<SeedProduct> products =
        Seeds.read(
            Path.of("infrastructure/sandbox/resources/sandbox/woocommerce-sample-products.csv"));

    assertThat(products).hasSize(16);
    assertThat(products.stream().mapToInt(product -> product.variants().size()).sum())
        .isEqualTo(21);
    SeedProduct hoodie = product(products, "hoodie");
    assertThat(hoodie.name()).isEqualTo("Hoodie");
    assertThat(hoodie.optionNames()).containsExactly("Color", "Logo");
    assertThat(hoodie.categories()).containsExactly("Hoodies");
    assertThat(hoodie.variants())
        .extracting(SeedVariant::sku)
        .containsExactly(
            "woo-hoodie-red", "woo-hoodie-green", "woo-hoodie-blue", "woo-hoodie-blue-logo");
    SeedVariant red = hoodie.variants().getFirst();
    assertThat(red.optionValues()).containsExactly("Red", "No");
    assertThat(red.price()).isEqualByComparingTo("42");
    assertThat(red.compareAtPrice()).isEqualByComparingTo("45");
    assertThat(red.grams()).isEqualTo(680);
    assertThat(red.tracked()).isFalse();
  }

  @Test
  void leavesOutAnOptionThatEveryVariationHasOpen() {
    SeedProduct tee = product(Seeds.samples(), "v-neck-t-shirt");

    assertThat(tee.optionNames()).containsExactly("Color");
    assertThat(tee.variants()).hasSize(3);
  }

  @Test
  void hasAllSamplesInOneCatalogueWithUniqueHandles() {
    List<SeedProduct> samples = Seeds.samples();

    assertThat(samples).extracting(SeedProduct::handle).doesNotHaveDuplicates().hasSize(85);
    assertThat(samples).isEqualTo(Seeds.samples());
  }

  @Test
  void countsTheStockOfMostSamples() {
    List<SeedVariant> variants =
        Seeds.samples().stream().flatMap(product -> product.variants().stream()).toList();

    long counted = variants.stream().filter(SeedVariant::tracked).count();
    assertThat(counted).isGreaterThan(variants.size() * 8 / 10).isLessThan(variants.size());
  }

  @Test
  void keepsStockThatIsCountedOnTheProduct() {
    SeedProduct rope = product(Seeds.samples(), "rope-by-the-metre");

    assertThat(rope.stockAtParent()).isTrue();
    assertThat(rope.parentQuantity()).isEqualTo(120);
  }

  @Test
  void keepsNegativeStockAndBackorders() {
    SeedVariant lamp = product(Seeds.samples(), "lamp-pre-order").variants().getFirst();

    assertThat(lamp.quantity()).isEqualTo(-3);
    assertThat(lamp.backorders()).isTrue();
    assertThat(lamp.inStock()).isTrue();
  }

  @Test
  void givesAVariantAPriceWhereTheFileHasNone() throws IOException {
    Path file = folder.resolve("export.csv");
    Files.writeString(
        file,
        """
        Handle,Title,Option1 Name,Option1 Value,Variant Inventory Tracker,Variant Inventory Qty
        cup,Cup,Title,Default Title,shopify,3
        """);

    SeedVariant cup = Seeds.read(file).getFirst().variants().getFirst();

    assertThat(cup.price()).isEqualTo(BigDecimal.ZERO);
    assertThat(cup.optionValues()).isEmpty();
    assertThat(cup.quantity()).isEqualTo(3);
  }

  @Test
  void refusesAFileWithARowItCannotUnderstand() throws IOException {
    Path file = folder.resolve("export.csv");
    Files.writeString(
        file,
        """
        Handle,Title,Variant Inventory Tracker,Variant Inventory Qty
        cup,Cup,shopify,many
        """);

    assertThatThrownBy(() -> Seeds.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "export.csv, row 2: 'Variant Inventory Qty' is 'many' where a whole number is"
                + " expected");
  }

  private static SeedProduct product(List<SeedProduct> products, String handle) {
    return products.stream()
        .filter(product -> product.handle().equals(handle))
        .findFirst()
        .orElseThrow();
  }
}
