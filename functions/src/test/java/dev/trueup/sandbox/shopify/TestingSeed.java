package dev.trueup.sandbox.shopify;

import dev.trueup.sandbox.SeedProduct;
import dev.trueup.sandbox.SeedVariant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Seeds for tests.
final class TestingSeed {
  private TestingSeed() {}

  /// A cup without options (`CUP-1`, 15 on stock), a shirt of three sizes (`SHIRT-S`, 4, `SHIRT-M`,
  /// 0, and `SHIRT-L`, -2), an untracked draft (`GIFT`), and two more that share the SKU `TWIN`.
  static List<SeedProduct> small() {
    return List.of(
        single("cup", "Cup", "CUP-1", 15),
        new SeedProduct(
            "shirt",
            "Shirt & Co",
            "<p>Cotton</p>",
            "Trueup",
            "Apparel",
            List.of("Clothes", "Summer"),
            List.of("b", "a"),
            true,
            List.of("Size"),
            List.of(
                variant(List.of("S"), "SHIRT-S", 4),
                variant(List.of("M"), "SHIRT-M", 0),
                variant(List.of("L"), "SHIRT-L", -2)),
            false,
            0),
        untracked(),
        single("twin-1", "Twin one", "TWIN", 1),
        single("twin-2", "Twin two", "TWIN", 2));
  }

  /// Products without options, `SKU-0` and so on, each with 10 on stock.
  static List<SeedProduct> many(int products) {
    List<SeedProduct> seed = new ArrayList<>();
    for (int i = 0; i < products; i++) {
      seed.add(single("product-" + i, "Product " + i, "SKU-" + i, 10));
    }
    return seed;
  }

  private static SeedProduct single(String handle, String name, String sku, int quantity) {
    return product(handle, name, true, variant(List.of(), sku, quantity));
  }

  private static SeedProduct untracked() {
    SeedVariant variant =
        new SeedVariant(List.of(), "GIFT", new BigDecimal("5"), null, false, 0, true, true, 0, "");
    return product("gift", "Gift", false, variant);
  }

  private static SeedProduct product(
      String handle, String name, boolean published, SeedVariant variant) {
    return new SeedProduct(
        handle,
        name,
        "",
        "Trueup",
        "",
        List.of(),
        List.of(),
        published,
        List.of(),
        List.of(variant),
        false,
        0);
  }

  private static SeedVariant variant(List<String> options, String sku, int quantity) {
    BigDecimal price = new BigDecimal("19.9");
    return new SeedVariant(
        options,
        sku,
        price,
        new BigDecimal("25"),
        true,
        quantity,
        true,
        false,
        250,
        "4006381333931");
  }
}
