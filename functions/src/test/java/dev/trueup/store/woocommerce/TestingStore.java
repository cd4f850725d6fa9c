package dev.trueup.store.woocommerce;

import java.net.URI;
import java.time.Duration;
import java.util.Random;

/// Stores and clients for tests: real connections, and a clock that nobody waits for.
final class TestingStore {
  static final String KEY = "ck_sandbox";
  static final String SECRET = "cs_sandbox";

  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(20);

  private TestingStore() {}

  static WooCommerceSettings settings(URI url) {
    return new WooCommerceSettings(url, KEY, SECRET);
  }

  static WooCommerceClient client(URI url) {
    var time = new TestingTime();
    return new WooCommerceClient(
        settings(url), WooCommerceStore.httpClient(), time, time, new Random(1), REQUEST_TIMEOUT);
  }

  static WooCommerceStore store(WooCommerceSettings settings, TestingTime time) {
    return store(settings, time, REQUEST_TIMEOUT);
  }

  static WooCommerceStore store(
      WooCommerceSettings settings, TestingTime time, Duration requestTimeout) {
    return new WooCommerceStore(
        settings, WooCommerceStore.httpClient(), time, time, new Random(1), requestTimeout);
  }
}
