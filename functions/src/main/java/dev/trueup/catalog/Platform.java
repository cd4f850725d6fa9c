package dev.trueup.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The kinds of store there are.
public enum Platform {
  WOOCOMMERCE("WooCommerce"),
  SHOPIFY("Shopify");

  private final String displayName;

  Platform(String displayName) {
    this.displayName = displayName;
  }

  /// The word used in the API, in keys and in events: `woocommerce`, `shopify`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The platform's own spelling, for sentences.
  public String displayName() {
    return displayName;
  }

  public Platform other() {
    return this == WOOCOMMERCE ? SHOPIFY : WOOCOMMERCE;
  }

  public static Optional<Platform> of(String code) {
    return Arrays.stream(values()).filter(platform -> platform.code().equals(code)).findFirst();
  }
}
