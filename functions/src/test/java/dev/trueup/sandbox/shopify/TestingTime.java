package dev.trueup.sandbox.shopify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// Time that passes only when told to.
final class TestingTime implements InstantSource, LongSupplier {
  private volatile Instant now = Instant.parse("2026-11-22T12:00:00Z");

  void pass(Duration duration) {
    now = now.plus(duration);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public long getAsLong() {
    return now.getEpochSecond() * 1_000_000_000 + now.getNano();
  }
}
