package dev.trueup.local;

import dev.trueup.sandbox.SeededStores;
import dev.trueup.sandbox.shopify.Plan;
import dev.trueup.sandbox.shopify.SimulatedShopify;
import dev.trueup.sandbox.woocommerce.SimulatedWooCommerce;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The stores of this machine: the real one where the environment has its address, a simulated one
/// otherwise.
final class LocalStores implements AutoCloseable {
  private static final List<String> REAL =
      List.of(
          "WOOCOMMERCE_URL",
          "WOOCOMMERCE_KEY",
          "WOOCOMMERCE_SECRET",
          "WORDPRESS_USER",
          "WORDPRESS_APP_PASSWORD",
          "SHOPIFY_SHOP",
          "SHOPIFY_URL",
          "SHOPIFY_CLIENT_ID",
          "SHOPIFY_CLIENT_SECRET",
          "SHOPIFY_ACCESS_TOKEN");

  private final Map<String, String> settings = new HashMap<>();
  private final List<String> sentences = new ArrayList<>();
  private @Nullable SimulatedWooCommerce wooCommerce;
  private @Nullable SimulatedShopify shopify;

  private LocalStores() {}

  static LocalStores start(Options options) {
    var stores = new LocalStores();
    for (String name : REAL) {
      Options.given(options.environment(), name).ifPresent(v -> stores.settings.put(name, v));
    }
    boolean realWooCommerce = stores.settings.containsKey("WOOCOMMERCE_URL");
    boolean realShopify =
        stores.settings.containsKey("SHOPIFY_SHOP") || stores.settings.containsKey("SHOPIFY_URL");
    SeededStores seed = realWooCommerce && realShopify ? null : seed(options);
    try {
      stores.wooCommerce(realWooCommerce, seed, options.data());
      stores.shopify(realShopify, seed, options);
      return stores;
    } catch (RuntimeException e) {
      stores.close();
      throw e;
    }
  }

  private static SeededStores seed(Options options) {
    if (options.wooCommerceCsv() != null || options.shopifyCsv() != null) {
      return SeededStores.of(options.wooCommerceCsv(), options.shopifyCsv());
    }
    return options.variants() > 0
        ? SeededStores.generated(options.variants(), 1)
        : SeededStores.samples();
  }

  private void wooCommerce(boolean real, @Nullable SeededStores seed, @Nullable Path data) {
    if (real || seed == null) {
      sentences.add("WooCommerce at " + settings.get("WOOCOMMERCE_URL"));
      return;
    }
    var builder = SimulatedWooCommerce.builder(seed.wooCommerce());
    wooCommerce = (data == null ? builder : builder.data(data)).start();
    settings.put("WOOCOMMERCE_URL", wooCommerce.url());
    settings.put("WOOCOMMERCE_KEY", wooCommerce.key());
    settings.put("WOOCOMMERCE_SECRET", wooCommerce.secret());
    sentences.add("simulated WooCommerce at " + wooCommerce.url());
  }

  private void shopify(boolean real, @Nullable SeededStores seed, Options options) {
    if (real || seed == null) {
      settings.putIfAbsent("SHOPIFY_SHOP", "local");
      sentences.add(
          "Shopify at " + settings.getOrDefault("SHOPIFY_URL", settings.get("SHOPIFY_SHOP")));
      return;
    }
    Plan plan = Plan.valueOf(options.shopifyPlan().toUpperCase(Locale.ROOT));
    var builder = SimulatedShopify.builder(seed.shopify()).plan(plan);
    shopify = (options.data() == null ? builder : builder.data(options.data())).start();
    settings.put("SHOPIFY_SHOP", shopify.shop());
    settings.put("SHOPIFY_URL", shopify.url());
    settings.put("SHOPIFY_CLIENT_ID", shopify.clientId());
    settings.put("SHOPIFY_CLIENT_SECRET", shopify.clientSecret());
    sentences.add("simulated Shopify at " + shopify.url());
  }

  /// By the names of the environment.
  Map<String, String> settings() {
    return Map.copyOf(settings);
  }

  /// Where the stores are, for a person.
  List<String> sentences() {
    return List.copyOf(sentences);
  }

  @Override
  public void close() {
    if (wooCommerce != null) {
      wooCommerce.close();
    }
    if (shopify != null) {
      shopify.close();
    }
  }
}
