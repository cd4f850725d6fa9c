package dev.trueup.sandbox;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Made-up catalogues of any size: more than half of the products are simple, the others come in up
/// to six sizes; every SKU and name is unique, all stock is counted.
final class GeneratedCatalogue {
  private static final List<String> COLOURS =
      List.of("Amber", "Blue", "Coral", "Dark", "Emerald", "Fawn", "Grey", "Ivory");
  private static final List<String> THINGS =
      List.of("Apron", "Basket", "Candle", "Dish", "Easel", "Flask", "Glass", "Hook", "Kettle");
  private static final List<String> SIZES = List.of("XS", "S", "M", "L", "XL", "XXL");

  private final Random random;
  private int variants;

  GeneratedCatalogue(Random random) {
    this.random = random;
  }

  List<SeedProduct> products(int total) {
    List<SeedProduct> products = new ArrayList<>();
    while (variants < total) {
      int sizes = random.nextInt(10) < 6 ? 1 : 2 + random.nextInt(SIZES.size() - 1);
      products.add(product(products.size() + 1, Math.min(sizes, total - variants)));
    }
    return products;
  }

  private SeedProduct product(int number, int sizes) {
    String thing = THINGS.get(random.nextInt(THINGS.size()));
    String colour = COLOURS.get(random.nextInt(COLOURS.size()));
    List<SeedVariant> ofProduct = new ArrayList<>();
    for (int i = 0; i < sizes; i++) {
      ofProduct.add(variant(sizes == 1 ? List.of() : List.of(SIZES.get(i))));
    }
    return new SeedProduct(
        "product-" + number,
        "%s %s %d".formatted(colour, thing, number),
        "<p>%s, %s.</p>".formatted(thing, colour),
        "Sandbox",
        thing,
        List.of(thing),
        List.of(colour),
        true,
        sizes == 1 ? List.of() : List.of("Size"),
        ofProduct,
        false,
        0);
  }

  private SeedVariant variant(List<String> optionValues) {
    variants++;
    BigDecimal price = BigDecimal.valueOf(100 + random.nextInt(20_000), 2);
    int quantity = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(500);
    return new SeedVariant(
        optionValues,
        "GEN-%07d".formatted(variants),
        price,
        random.nextInt(5) == 0 ? price.add(BigDecimal.TEN) : null,
        true,
        quantity,
        quantity > 0,
        false,
        50 + random.nextInt(5_000),
        "");
  }
}
