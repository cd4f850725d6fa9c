package dev.trueup.store.shopify;

import java.net.URI;
import java.time.Duration;
import java.util.Random;

/// Stores and clients for tests: real connections, and a clock that nobody waits for.
final class TestingStore {
  static final String TOKEN = "shpat_0123456789abcdef";
  static final String SECRET = "shpss_fedcba9876543210";
  static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(20);

  private TestingStore() {}

  static ShopifySettings withToken(URI url) {
    return new ShopifySettings("my-shop", url, null, null, TOKEN);
  }

  static ShopifySettings withClient(URI url) {
    return new ShopifySettings("my-shop", url, "client-1", SECRET, null);
  }

  static ShopifyClient client(ShopifySettings settings, TestingTime time) {
    var errors = new ShopifyErrors(settings);
    var http = new ShopifyHttp(ShopifyStore.httpClient(), REQUEST_TIMEOUT, errors);
    return new ShopifyClient(settings, errors, http, time, time, new Random(1));
  }

  static ShopifyStore store(ShopifySettings settings, TestingTime time) {
    return store(settings, time, REQUEST_TIMEOUT);
  }

  static ShopifyStore store(ShopifySettings settings, TestingTime time, Duration requestTimeout) {
    return new ShopifyStore(
        settings, ShopifyStore.httpClient(), time, time, new Random(1), requestTimeout);
  }
}
