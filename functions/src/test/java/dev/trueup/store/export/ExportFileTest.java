package dev.trueup.store.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trueup.catalog.Platform;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportFileTest {
  private static final Path FILES = Path.of("functions/src/test/resources/export");
  private static final Path SAMPLES = Path.of("infrastructure/sandbox/resources/sandbox");

  @TempDir Path folder;

  @Test
  void tellsThePlatformFromTheColumns() {
    assertThat(ExportFile.read(SAMPLES.resolve("woocommerce-sample-products.csv")).platform())
        .isEqualTo(Platform.WOOCOMMERCE);
    assertThat(ExportFile.read(SAMPLES.resolve("shopify-apparel.csv")).platform())
        .isEqualTo(Platform.SHOPIFY);
    assertThat(ExportFile.read(FILES.resolve("shopify-current.csv")).platform())
        .isEqualTo(Platform.SHOPIFY);
  }

  @Test
  void readsShopifysCurrentColumns() {
    ExportFile file = ExportFile.read(FILES.resolve("shopify-current.csv"));

    assertThat(file.rejected()).isEmpty();
    assertThat(file.products())
        .extracting(ExportedProduct::name)
        .containsExactly("Linen Shirt", "Gift Wrap", "Tea Towel");
    ExportedProduct shirt = file.products().getFirst();
    assertThat(shirt.descriptionHtml())
        .isEqualTo("<p>Cool & light.</p>\n<p>Washable \"cold\".</p>");
    assertThat(shirt.tags()).containsExactly("linen", "summer");
    assertThat(shirt.optionNames()).containsExactly("Size", "Colour");
    assertThat(shirt.variants())
        .containsExactly(
            new ExportedVariant(
                "linen-shirt/S/White%2FEcru",
                List.of("S", "White/Ecru"),
                "SHIRT-S-W",
                "0400638133393",
                new BigDecimal("39.00"),
                new BigDecimal("49.00"),
                new ExportedStock.Counted(5),
                true,
                false,
                210),
            new ExportedVariant(
                "linen-shirt/M/White%2FEcru",
                List.of("M", "White/Ecru"),
                "SHIRT-M-W",
                "",
                new BigDecimal("39.00"),
                new BigDecimal("49.00"),
                new ExportedStock.Counted(-2),
                true,
                true,
                215));
  }

  @Test
  void takesTheApostropheOffAShopifySku() {
    ExportedProduct wrap = ExportFile.read(FILES.resolve("shopify-current.csv")).products().get(1);

    assertThat(wrap.published()).isFalse();
    assertThat(wrap.status()).isEqualTo("draft");
    assertThat(wrap.optionNames()).isEmpty();
    assertThat(wrap.variants().getFirst().id()).isEqualTo("gift-wrap");
    assertThat(wrap.variants().getFirst().sku()).isEqualTo("00123");
    assertThat(wrap.variants().getFirst().stock()).isEqualTo(new ExportedStock.Uncounted());
  }

  @Test
  void takesRowsThatOnlyAddImagesForNoVariants() {
    ExportFile file = ExportFile.read(SAMPLES.resolve("shopify-jewelery.csv"));

    assertThat(file.products()).hasSize(20);
    assertThat(file.products().stream().mapToInt(product -> product.variants().size()).sum())
        .isEqualTo(23);
  }

  @Test
  void readsAGermanFileWithSemicolonsAndDecimalCommas() {
    ExportFile file = ExportFile.read(FILES.resolve("woocommerce-german.csv"));

    assertThat(file.platform()).isEqualTo(Platform.WOOCOMMERCE);
    assertThat(file.rejected()).isEmpty();
    ExportedProduct jug = file.products().getFirst();
    assertThat(jug.name()).isEqualTo("Kanne – 1,5 l");
    assertThat(jug.tags()).containsExactly("neu", "blau");
    assertThat(jug.variants().getFirst().price()).isEqualTo("19.90");
    assertThat(jug.variants().getFirst().compareAtPrice()).isEqualTo("24.90");
    assertThat(jug.variants().getFirst().grams()).isEqualTo(1250);
  }

  @Test
  void findsTheParentByIdOrSkuBeforeOrAfterIt() {
    ExportedProduct cloth =
        ExportFile.read(FILES.resolve("woocommerce-german.csv")).products().get(1);

    assertThat(cloth.name()).isEqualTo("Tuch");
    assertThat(cloth.status()).isEqualTo("draft");
    assertThat(cloth.optionNames()).containsExactly("Farbe");
    assertThat(cloth.variants()).extracting(ExportedVariant::id).containsExactly("9", "10");
    ExportedVariant blue = cloth.variants().getLast();
    assertThat(blue.stock()).isEqualTo(new ExportedStock.Counted(-4));
    assertThat(blue.inStock()).isTrue();
    assertThat(blue.backorders()).isTrue();
    assertThat(blue.grams()).isEqualTo(100);
  }

  @Test
  void readsAFrenchFileWithCurlyApostrophesInItsHeaders() {
    ExportedProduct bowl =
        ExportFile.read(FILES.resolve("woocommerce-french.csv")).products().getFirst();

    assertThat(bowl.optionNames()).containsExactly("Couleur");
    assertThat(bowl.variants().getFirst().optionValues()).containsExactly("Bleu");
    assertThat(bowl.variants().getFirst().price()).isEqualTo("12.50");
  }

  @Test
  void readsWhatWooCommerceEscapes() {
    ExportFile file = ExportFile.read(SAMPLES.resolve("woocommerce-awkward-products.csv"));

    ExportedProduct mill = file.products().getFirst();
    assertThat(mill.name()).isEqualTo("Salt & Pepper Mill");
    assertThat(mill.descriptionHtml()).isEqualTo("Oak &amp; steel.\nFor salt or pepper.");
    assertThat(mill.categories()).containsExactly("Mills");
    ExportedProduct poster = file.products().get(2);
    assertThat(poster.variants().getLast().optionValues()).containsExactly("A2", "Gloss, heavy");
    assertThat(file.products().getLast().variants().getFirst().sku()).isEqualTo("-10-SET");
  }

  @Test
  void givesVariationsTheStockCountedOnTheirParent() {
    ExportFile file = ExportFile.read(SAMPLES.resolve("woocommerce-awkward-products.csv"));

    assertThat(file.products().get(3).variants())
        .extracting(ExportedVariant::stock)
        .containsOnly(new ExportedStock.CountedAtProduct(120));
  }

  @Test
  void readsAVariationWithoutItsParentAsAProductOfItsOwn() {
    ExportFile file =
        ExportFile.parse(
            "part.csv",
            """
            ID,Type,SKU,Name,In stock?,Stock,Parent
            9,variation,TEE-RED,Tee - Red,1,4,id:8
            """);

    assertThat(file.products()).hasSize(1);
    assertThat(file.products().getFirst().name()).isEqualTo("Tee - Red");
    assertThat(file.products().getFirst().variants().getFirst().stock())
        .isEqualTo(new ExportedStock.Counted(4));
  }

  @Test
  void rejectsTheRowsItCannotUnderstandAndKeepsTheOthers() {
    ExportFile file =
        ExportFile.parse(
            "stock.csv",
            """
            ID,Type,SKU,Name,In stock?,Stock,Regular price,Parent

            1,simple,A,Apron,1,3.5,,
            2,simple,B,Basket,1,2,cheap,
            3,variation,C,Cup - Red,1,parent,,id:99
            4,simple,D,Dish,1,6,,
            4,simple,E,Easel,1,7,,
            ,simple,F,Flask,1,8,,
            """);

    assertThat(file.products()).extracting(ExportedProduct::name).containsExactly("Dish");
    assertThat(file.rejected())
        .containsExactly(
            "stock.csv, row 3: 'Stock' is '3.5' where a whole number is expected",
            "stock.csv, row 4: 'Regular price' is 'cheap' where an amount is expected",
            "stock.csv, row 5: 'Stock' is 'parent', but the file does not hold the parent's stock",
            "stock.csv, row 7: '4' is already described in row 6",
            "stock.csv, row 8: 'ID' is empty");
  }

  @Test
  void rejectsATrackedShopifyVariantWithoutAQuantity() {
    ExportFile file =
        ExportFile.parse(
            "shop.csv",
            """
            Handle,Title,Variant Inventory Tracker,Variant Inventory Qty
            cup,Cup,shopify,
            mug,Mug,,
            """);

    assertThat(file.products()).extracting(ExportedProduct::name).containsExactly("Mug");
    assertThat(file.rejected())
        .containsExactly(
            "shop.csv, row 2: 'Variant Inventory Qty' is empty although the stock is tracked"
                + " (Shopify leaves it out for a shop with several locations)");
  }

  @Test
  void namesTheColumnThatAShopWithSeveralLocationsDoesNotExport() {
    assertThatThrownBy(() -> ExportFile.read(FILES.resolve("shopify-several-locations.csv")))
        .isInstanceOf(ExportException.class)
        .hasMessage(
            "shopify-several-locations.csv lacks the column Inventory quantity / Variant Inventory"
                + " Qty: expected is Shopify's product export, which holds quantities only for a"
                + " shop with one location (the inventory export is another file)");
  }

  @Test
  void refusesShopifysInventoryExport() {
    assertThatThrownBy(() -> ExportFile.read(FILES.resolve("shopify-inventory.csv")))
        .isInstanceOf(ExportException.class)
        .hasMessageStartingWith(
            "shopify-inventory.csv lacks the columns Inventory tracker / Variant Inventory Tracker,"
                + " Inventory quantity / Variant Inventory Qty: ");
  }

  @Test
  void saysWhatIsExpectedOfAnyOtherCsv() {
    assertThatThrownBy(() -> ExportFile.parse("orders.csv", "Order,Date\n1,2026-01-01\n"))
        .isInstanceOf(ExportException.class)
        .hasMessage(
            "orders.csv is not a product export: for WooCommerce's it lacks the columns ID, Type,"
                + " SKU, Name, In stock?, Stock, Parent; for Shopify's URL handle / Handle, Title,"
                + " Inventory tracker / Variant Inventory Tracker, Inventory quantity / Variant"
                + " Inventory Qty");
  }

  @Test
  void refusesAnEmptyFileATornOneAndOneThatIsNotText() throws IOException {
    Path latin = folder.resolve("latin.csv");
    Files.write(latin, "ID,Type\n1,Küche\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> ExportFile.parse("empty.csv", "\uFEFF"))
        .hasMessage("empty.csv does not start with a row of column names");
    assertThatThrownBy(() -> ExportFile.parse("torn.csv", "Handle,Title\ncup,\"Cu"))
        .hasMessageStartingWith("torn.csv is not a well-formed CSV file: ");
    assertThatThrownBy(() -> ExportFile.read(latin))
        .hasMessage("latin.csv is not UTF-8 text: export it again, or save it as 'CSV UTF-8'");
    assertThatThrownBy(() -> ExportFile.read(folder.resolve("none.csv")))
        .hasMessageStartingWith("there is no file ");
  }
}
