package dev.trueup.function;

import dev.trueup.catalog.Platform;
import dev.trueup.run.Stores;
import dev.trueup.store.shopify.ShopifySettings;
import dev.trueup.store.shopify.ShopifyStore;
import dev.trueup.store.woocommerce.WooCommerceSettings;
import dev.trueup.store.woocommerce.WooCommerceStore;
import java.net.URI;
import java.util.Map;

/// The two stores as the settings name them.
public final class ConfiguredStores {
  private ConfiguredStores() {}

  /// @throws IllegalStateException with the name of a setting that is missing
  /// @throws IllegalArgumentException with the name of a setting that cannot be right
  public static Stores of(Settings settings) {
    return new Stores(
        Map.of(
            Platform.WOOCOMMERCE,
            new WooCommerceStore(
                new WooCommerceSettings(
                    URI.create(settings.get("WOOCOMMERCE_URL")),
                    settings.get("WOOCOMMERCE_KEY"),
                    settings.get("WOOCOMMERCE_SECRET"))),
            Platform.SHOPIFY,
            new ShopifyStore(
                new ShopifySettings(
                    settings.get("SHOPIFY_SHOP"),
                    settings.find("SHOPIFY_URL").map(URI::create).orElse(null),
                    settings.find("SHOPIFY_CLIENT_ID").orElse(null),
                    settings.find("SHOPIFY_CLIENT_SECRET").orElse(null),
                    settings.find("SHOPIFY_ACCESS_TOKEN").orElse(null)))));
  }
}
