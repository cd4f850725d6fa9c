package dev.trueup.sandbox;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One variant of a [SeedProduct].
///
/// @param optionValues one value per option of the product, in the same order
/// @param sku empty when the variant has none
/// @param price what it sells for now
/// @param compareAtPrice the higher, struck-through price, or null without a sale
/// @param tracked whether stock is counted; when not, [#inStock] says whether it can be bought
/// @param quantity units available; may be negative; meaningless when not tracked
/// @param barcode empty when there is none
public record SeedVariant(
    List<String> optionValues,
    String sku,
    BigDecimal price,
    @Nullable BigDecimal compareAtPrice,
    boolean tracked,
    int quantity,
    boolean inStock,
    boolean backorders,
    int grams,
    String barcode) {
  public SeedVariant {
    optionValues = List.copyOf(optionValues);
  }
}
