package dev.trueup.store.shopify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A clock that only moves when somebody sleeps, and remembers for how long.
final class TestingTime implements InstantSource, Pause {
  static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

  private final List<Duration> sleeps = new CopyOnWriteArrayList<>();

  @Override
  public Instant instant() {
    return START.plus(slept());
  }

  @Override
  public void sleep(Duration duration) {
    sleeps.add(duration);
  }

  List<Duration> sleeps() {
    return List.copyOf(sleeps);
  }

  Duration slept() {
    return sleeps.stream().reduce(Duration.ZERO, Duration::plus);
  }
}
