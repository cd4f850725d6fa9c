package dev.trueup.store.shopify;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;

/// The Shopify adapter on another clock than the system's.
public final class TimedShopify {
  private TimedShopify() {}

  /// Lets time pass on that clock.
  public interface Sleep {
    void sleep(Duration time) throws InterruptedException;
  }

  /// The cursor with which variants are read by pages, however many there are.
  public static String firstPage() {
    return VariantCursor.START.toString();
  }

  public static ShopifyStore open(ShopifySettings settings, InstantSource clock, Sleep sleep) {
    return new ShopifyStore(
        settings,
        ShopifyStore.httpClient(),
        clock,
        sleep::sleep,
        new Random(1),
        Duration.ofMinutes(5));
  }
}
