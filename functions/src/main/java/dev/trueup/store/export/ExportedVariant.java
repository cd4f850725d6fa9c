package dev.trueup.store.export;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be bought: a variant, or a product without options.
///
/// @param id WooCommerce: the product's or variation's id. Shopify's files hold no ids, so it is
///   the handle followed by the option values, `shirt/Red/Large`, with `%` and `/` inside a value
///   percent-encoded; it stays the same until the handle or a value is changed
/// @param optionValues one for each of the product's options; empty where a WooCommerce variation
///   stands for any value
/// @param sku empty when there is none
/// @param barcode empty when there is none
/// @param price what it sells for now, or null when the file does not say
/// @param compareAtPrice the higher, struck-through price, or null without a sale
/// @param inStock whether it can be bought now: WooCommerce's own word; for Shopify, whether the
///   stock is not counted, above zero, or may be oversold
/// @param backorders whether it can be bought when none is left
public record ExportedVariant(
    String id,
    List<String> optionValues,
    String sku,
    String barcode,
    @Nullable BigDecimal price,
    @Nullable BigDecimal compareAtPrice,
    ExportedStock stock,
    boolean inStock,
    boolean backorders,
    int grams) {
  public ExportedVariant {
    optionValues = List.copyOf(optionValues);
  }
}
