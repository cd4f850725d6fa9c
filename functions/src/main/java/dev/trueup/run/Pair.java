package dev.trueup.run;

import dev.trueup.catalog.Platform;

/// The two stores of a run and which of them is right.
///
/// @param sourceOfTruth the platform of the store that is right
/// @param woocommerce identity of the WooCommerce store
/// @param shopify identity of the Shopify store
public record Pair(Platform sourceOfTruth, String woocommerce, String shopify) {
  public Platform destination() {
    return sourceOfTruth.other();
  }

  /// The key of the pair in the ledger, the same whichever store is right.
  public String key() {
    return woocommerce + "|" + shopify;
  }

  public String identity(Platform platform) {
    return switch (platform) {
      case WOOCOMMERCE -> woocommerce;
      case SHOPIFY -> shopify;
    };
  }
}
