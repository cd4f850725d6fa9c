package dev.trueup.store.woocommerce;

import dev.trueup.catalog.Platform;
import dev.trueup.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Tries again what may succeed later: a few times, after the time the shop asks for, or after
/// pauses that double and vary so that many callers do not come back at once.
final class Retries {
  private static final int ATTEMPTS = 5;
  private static final long FIRST_PAUSE_MILLIS = 500;
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

  private final InstantSource clock;
  private final Pause pause;
  private final RandomGenerator random;

  Retries(InstantSource clock, Pause pause, RandomGenerator random) {
    this.clock = clock;
    this.pause = pause;
    this.random = random;
  }

  /// @throws StoreException of the last attempt
  <T> T call(Supplier<T> request) {
    return call(Instant.MAX, request);
  }

  /// @param deadline no attempt starts after it
  /// @throws StoreException of the last attempt
  <T> T call(Instant deadline, Supplier<T> request) {
    for (int attempt = 1; ; attempt++) {
      try {
        return request.get();
      } catch (StoreException e) {
        Duration wait = e.retryAfter().orElse(backoff(attempt));
        if (attempt == ATTEMPTS || !e.retryable() || isTooLong(wait, deadline)) {
          throw e;
        }
        pause(wait);
      }
    }
  }

  /// Lets time pass, unless the deadline comes first.
  ///
  /// @return whether it passed
  boolean pause(Duration time, Instant deadline) {
    if (!clock.instant().plus(time).isBefore(deadline)) {
      return false;
    }
    pause(time);
    return true;
  }

  private boolean isTooLong(Duration wait, Instant deadline) {
    return wait.compareTo(LONGEST_PAUSE) > 0 || !clock.instant().plus(wait).isBefore(deadline);
  }

  private Duration backoff(int attempt) {
    long full = FIRST_PAUSE_MILLIS << (attempt - 1);
    return Duration.ofMillis(random.nextLong(full / 2, full + 1));
  }

  private void pause(Duration time) {
    try {
      pause.sleep(time);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new StoreException(
          Platform.WOOCOMMERCE, StoreException.Kind.UNAVAILABLE, "Interrupted while waiting.");
    }
  }
}
