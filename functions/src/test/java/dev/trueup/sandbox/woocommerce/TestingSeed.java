package dev.trueup.sandbox.woocommerce;

import dev.trueup.sandbox.SeedProduct;
import dev.trueup.sandbox.SeedVariant;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A small shop: 101 MUG (2 in stock), 102 POSTER (not counted), 103 a shirt with variations 104
/// SHIRT-M (3) and 105 SHIRT-L (on backorder), 106 a chair that counts for its variations 107
/// CHAIR-R and 108 CHAIR-B (86).
final class TestingSeed {
  static final int MUG = 101;
  static final int POSTER = 102;
  static final int SHIRT = 103;
  static final int SHIRT_M = 104;
  static final int SHIRT_L = 105;
  static final int CHAIR = 106;
  static final int CHAIR_R = 107;

  private TestingSeed() {}

  static List<SeedProduct> products() {
    return List.of(
        product("mug", "Mug & Saucer", List.of(), List.of(variant("MUG", "5.75", null, 2))),
        product("poster", "Poster", List.of(), List.of(uncounted("POSTER"))),
        product(
            "shirt",
            "Shirt",
            List.of("Color", "Size"),
            List.of(
                variant("SHIRT-M", "16.00", "25.00", 3, "Blue", "M"),
                backordered("SHIRT-L", "Blue", "L"))),
        chair());
  }

  /// So many products with a stock of 10 each, `P-1` and on.
  static List<SeedProduct> many(int count) {
    return java.util.stream.IntStream.rangeClosed(1, count)
        .mapToObj(n ->
            product(
                "p-" + n, "Product " + n, List.of(), List.of(variant("P-" + n, "1.00", null, 10))))
        .toList();
  }

  private static SeedProduct product(
      String handle, String name, List<String> options, List<SeedVariant> variants) {
    return new SeedProduct(
        handle,
        name,
        "<p>About it</p>",
        "",
        "",
        List.of("Home & Garden"),
        List.of("new"),
        true,
        options,
        variants,
        false,
        0);
  }

  private static SeedProduct chair() {
    return new SeedProduct(
        "chair",
        "Chair",
        "",
        "",
        "",
        List.of(),
        List.of(),
        true,
        List.of("Color"),
        List.of(
            variant("CHAIR-R", "61.00", null, 1, "Red"),
            variant("CHAIR-B", "69.00", null, 1, "Blue")),
        true,
        86);
  }

  private static SeedVariant variant(
      String sku, String price, @Nullable String before, int quantity, String... options) {
    BigDecimal compareAt = before == null ? null : new BigDecimal(before);
    return new SeedVariant(
        List.of(options),
        sku,
        new BigDecimal(price),
        compareAt,
        true,
        quantity,
        true,
        false,
        200,
        "");
  }

  private static SeedVariant uncounted(String sku) {
    return new SeedVariant(
        List.of(), sku, new BigDecimal("9.00"), null, false, 0, true, false, 0, "");
  }

  private static SeedVariant backordered(String sku, String... options) {
    return new SeedVariant(
        List.of(options), sku, new BigDecimal("24.00"), null, true, 0, true, true, 200, "");
  }
}
