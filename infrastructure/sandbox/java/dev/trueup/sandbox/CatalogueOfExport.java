package dev.trueup.sandbox;

import dev.trueup.store.export.ExportFile;
import dev.trueup.store.export.ExportedProduct;
import dev.trueup.store.export.ExportedStock;
import dev.trueup.store.export.ExportedVariant;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns exports into one catalogue whose handles are unique.
final class CatalogueOfExport {
  /// What stands for "any value" of an option in a catalogue, where every variant has one.
  private static final String ANY = "Any";

  private final List<SeedProduct> products = new ArrayList<>();
  private final Set<String> handles = new HashSet<>();

  List<SeedProduct> products() {
    return List.copyOf(products);
  }

  /// @throws IllegalArgumentException when a row of the file cannot be understood
  CatalogueOfExport add(ExportFile file) {
    if (!file.rejected().isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", file.rejected()));
    }
    file.products().forEach(product -> products.add(product(product)));
    return this;
  }

  private SeedProduct product(ExportedProduct product) {
    return new SeedProduct(
        uniqueHandle(product),
        product.name(),
        product.descriptionHtml(),
        product.vendor(),
        product.productType(),
        product.categories(),
        product.tags(),
        product.published(),
        product.optionNames(),
        product.variants().stream().map(CatalogueOfExport::variant).toList(),
        product.variants().stream()
            .allMatch(variant -> variant.stock() instanceof ExportedStock.CountedAtProduct),
        quantity(product.variants().getFirst().stock()));
  }

  private String uniqueHandle(ExportedProduct product) {
    String handle = product.handle().isEmpty() ? slug(product.name()) : product.handle();
    String unique = handle;
    for (int n = 2; !handles.add(unique); n++) {
      unique = handle + "-" + n;
    }
    return unique;
  }

  /// `Café "Grün" Filter` becomes `cafe-grun-filter`.
  private static String slug(String name) {
    String slug =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return slug.isEmpty() ? "product" : slug;
  }

  private static SeedVariant variant(ExportedVariant variant) {
    return new SeedVariant(
        variant.optionValues().stream().map(value -> value.isEmpty() ? ANY : value).toList(),
        variant.sku(),
        orZero(variant.price()),
        variant.compareAtPrice(),
        !(variant.stock() instanceof ExportedStock.Uncounted),
        quantity(variant.stock()),
        variant.inStock(),
        variant.backorders(),
        variant.grams(),
        variant.barcode());
  }

  private static BigDecimal orZero(@Nullable BigDecimal price) {
    return price == null ? BigDecimal.ZERO : price;
  }

  private static int quantity(ExportedStock stock) {
    return switch (stock) {
      case ExportedStock.Counted(int quantity) -> quantity;
      case ExportedStock.CountedAtProduct(int quantity) -> quantity;
      case ExportedStock.Uncounted() -> 0;
    };
  }
}
