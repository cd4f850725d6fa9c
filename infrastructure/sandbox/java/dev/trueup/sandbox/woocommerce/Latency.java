package dev.trueup.sandbox.woocommerce;

import java.time.Duration;

/// How long requests take: `(base + perItem × items) × (1 + growth × (n − 1)²)`, n being the
/// requests in flight. With a growth above zero there is a number of requests in flight that gets
/// the most done, as on a real host: beyond it more requests only wait for each other.
public record Latency(Duration base, Duration perItem, double growth) {
  public static final Latency NONE = new Latency(Duration.ZERO, Duration.ZERO, 0);

  public Latency {
    if (base.isNegative() || perItem.isNegative() || growth < 0) {
      throw new IllegalArgumentException("a latency is not negative");
    }
  }

  Duration of(int items, int inFlight) {
    double others = inFlight - 1.0;
    double nanos = base.toNanos() + (double) perItem.toNanos() * items;
    return Duration.ofNanos(Math.round(nanos * (1 + growth * others * others)));
  }
}
