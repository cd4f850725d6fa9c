package dev.trueup.store.woocommerce;

import dev.trueup.catalog.Inventory;
import dev.trueup.catalog.Platform;
import dev.trueup.catalog.Resource;
import dev.trueup.store.Connection;
import dev.trueup.store.Scope;
import dev.trueup.store.Store;
import dev.trueup.store.StoreException;
import dev.trueup.store.StoreRecords;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// A WooCommerce shop. Its stock has no locations, so those of a scope are refused.
public final class WooCommerceStore implements Store {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(60);

  private final WooCommerceSettings settings;
  private final WooCommerceClient client;
  private final VariationList variationList;

  public WooCommerceStore(WooCommerceSettings settings) {
    this(
        settings,
        httpClient(),
        InstantSource.system(),
        Thread::sleep,
        new SecureRandom(),
        REQUEST_TIMEOUT);
  }

  WooCommerceStore(
      WooCommerceSettings settings,
      HttpClient http,
      InstantSource clock,
      Pause pause,
      RandomGenerator random,
      Duration requestTimeout) {
    this.settings = settings;
    this.client = new WooCommerceClient(settings, http, clock, pause, random, requestTimeout);
    this.variationList = new VariationList(client);
  }

  /// Redirects are not followed, so that credentials go nowhere but to the shop.
  static HttpClient httpClient() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(CONNECT_TIMEOUT)
        .build();
  }

  @Override
  public Platform platform() {
    return Platform.WOOCOMMERCE;
  }

  @Override
  public String identity() {
    return settings.shop();
  }

  @Override
  public Connection connect() {
    return new WooCommerceConnection(client).connect();
  }

  @Override
  public StoreRecords records(Resource resource, Scope scope) {
    if (!resource.name().equals(Inventory.RESOURCE.name())) {
      throw rejected("has no " + resource.name() + " that Trueup can sync");
    }
    if (!scope.countedLocations().isEmpty() || !scope.writtenLocation().isEmpty()) {
      throw rejected("keeps no stock by location: leave the locations of a WooCommerce store out");
    }
    return new WooCommerceInventory(
        new InventoryReader(client, variationList, scope.facets()), new InventoryWriter(client));
  }

  private StoreException rejected(String what) {
    return new StoreException(
        Platform.WOOCOMMERCE, StoreException.Kind.REJECTED, settings.shop() + " " + what + ".");
  }
}
