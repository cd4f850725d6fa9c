package dev.trueup.sandbox;

import java.util.List;
import java.util.function.UnaryOperator;

/// Copies of seeds with one thing changed.
final class Edits {
  private Edits() {}

  static SeedProduct withVariants(SeedProduct product, List<SeedVariant> variants) {
    return copy(product, variants, product.stockAtParent(), product.parentQuantity());
  }

  static SeedProduct eachVariant(SeedProduct product, UnaryOperator<SeedVariant> edit) {
    return withVariants(product, product.variants().stream().map(edit).toList());
  }

  /// The sum of what the variants have, counted on the product.
  static SeedProduct stockAtParent(SeedProduct product) {
    int sum = product.variants().stream().mapToInt(SeedVariant::quantity).sum();
    return copy(product, product.variants(), true, sum);
  }

  private static SeedProduct copy(
      SeedProduct product, List<SeedVariant> variants, boolean stockAtParent, int parentQuantity) {
    return new SeedProduct(
        product.handle(),
        product.name(),
        product.descriptionHtml(),
        product.vendor(),
        product.productType(),
        product.categories(),
        product.tags(),
        product.published(),
        product.optionNames(),
        variants,
        stockAtParent,
        parentQuantity);
  }

  static SeedVariant withSku(SeedVariant variant, String sku) {
    return copy(variant, sku, variant.tracked(), variant.quantity(), variant.inStock());
  }

  static SeedVariant counted(SeedVariant variant, int quantity) {
    boolean inStock = quantity > 0 || variant.backorders();
    return copy(variant, variant.sku(), true, quantity, inStock);
  }

  static SeedVariant uncounted(SeedVariant variant) {
    return copy(variant, variant.sku(), false, 0, true);
  }

  private static SeedVariant copy(
      SeedVariant variant, String sku, boolean tracked, int quantity, boolean inStock) {
    return new SeedVariant(
        variant.optionValues(),
        sku,
        variant.price(),
        variant.compareAtPrice(),
        tracked,
        quantity,
        inStock,
        variant.backorders(),
        variant.grams(),
        variant.barcode());
  }
}
