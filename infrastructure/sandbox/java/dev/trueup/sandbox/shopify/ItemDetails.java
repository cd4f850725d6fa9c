package dev.trueup.sandbox.shopify;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The properties of an inventory item that can be changed.
///
/// @param sku null when there is none
/// @param weightUnit `GRAMS`, `KILOGRAMS`, `OUNCES` or `POUNDS`
record ItemDetails(
    @Nullable String sku,
    boolean tracked,
    boolean requiresShipping,
    @Nullable BigDecimal cost,
    double weight,
    String weightUnit,
    @Nullable String countryCodeOfOrigin,
    @Nullable String harmonizedSystemCode) {

  ItemDetails withTracked(boolean tracked) {
    return new ItemDetails(
        sku,
        tracked,
        requiresShipping,
        cost,
        weight,
        weightUnit,
        countryCodeOfOrigin,
        harmonizedSystemCode);
  }
}
