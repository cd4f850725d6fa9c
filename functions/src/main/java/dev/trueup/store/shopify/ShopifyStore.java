package dev.trueup.store.shopify;

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

/// A Shopify store. All requests of one instance share its points, so there is one per store.
public final class ShopifyStore implements Store {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);

  private final ShopifySettings settings;
  private final ShopifyClient client;

  public ShopifyStore(ShopifySettings settings) {
    this(
        settings,
        httpClient(),
        InstantSource.system(),
        Thread::sleep,
        new SecureRandom(),
        REQUEST_TIMEOUT);
  }

  /// @param requestTimeout for one answer
  ShopifyStore(
      ShopifySettings settings,
      HttpClient http,
      InstantSource clock,
      Pause pause,
      RandomGenerator random,
      Duration requestTimeout) {
    var errors = new ShopifyErrors(settings);
    this.settings = settings;
    this.client =
        new ShopifyClient(
            settings, errors, new ShopifyHttp(http, requestTimeout, errors), clock, pause, random);
  }

  /// Redirects are not followed, so that the token goes nowhere but to the shop.
  static HttpClient httpClient() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(CONNECT_TIMEOUT)
        .build();
  }

  @Override
  public Platform platform() {
    return Platform.SHOPIFY;
  }

  @Override
  public String identity() {
    return settings.host();
  }

  @Override
  public Connection connect() {
    return new ShopifyConnection(settings, client).connect();
  }

  @Override
  public StoreRecords records(Resource resource, Scope scope) {
    if (!resource.equals(Inventory.RESOURCE)) {
      throw client
          .errors()
          .of(StoreException.Kind.REJECTED, "does not have the resource " + resource.name());
    }
    var locations = ShopifyConnection.locations(client);
    var places = StockPlaces.of(scope, locations, client.errors());
    return new ShopifyInventory(client, places, scope.facets());
  }

  /// How long requests have waited for points so far: “waiting for Shopify”.
  public Duration waited() {
    return client.pacer().waited();
  }
}
