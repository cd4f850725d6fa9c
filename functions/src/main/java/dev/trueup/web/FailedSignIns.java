package dev.trueup.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/// Slows down whoever guesses keys: ten wrong ones in ten minutes from an address, and it has to
/// wait. Counted by each instance of the function for itself: the gateway's own limit of requests
/// holds over all of them.
final class FailedSignIns {
  private static final int MOST = 10;
  private static final int MOST_ADDRESSES = 10_000;
  private static final Duration WINDOW = Duration.ofMinutes(10);

  private final InstantSource clock;
  private final Map<String, Deque<Instant>> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
          return size() > MOST_ADDRESSES;
        }
      };

  FailedSignIns(InstantSource clock) {
    this.clock = clock;
  }

  /// @throws ProblemException 429 when this address has to wait
  synchronized void check(String address) {
    Deque<Instant> recent = recent(address);
    if (recent.size() >= MOST) {
      long seconds =
          Duration.between(clock.instant(), recent.getFirst().plus(WINDOW)).toSeconds() + 1;
      throw Problem.of(
              429, "too many keys were wrong; try again in %d minutes".formatted(seconds / 60 + 1))
          .header("Retry-After", Long.toString(seconds))
          .exception();
    }
  }

  synchronized void count(String address) {
    recent(address).addLast(clock.instant());
  }

  private Deque<Instant> recent(String address) {
    Deque<Instant> recent = failures.computeIfAbsent(address, _ -> new ArrayDeque<>());
    Instant start = clock.instant().minus(WINDOW);
    while (!recent.isEmpty() && !recent.getFirst().isAfter(start)) {
      recent.removeFirst();
    }
    return recent;
  }
}
