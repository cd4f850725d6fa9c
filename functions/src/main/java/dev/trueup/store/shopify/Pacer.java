package dev.trueup.store.shopify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/// Lets requests through as fast as the bucket allows, in the order in which they asked, whatever
/// thread they come from. Remembers what each kind of request cost last time.
final class Pacer {
  private final CostBudget budget = new CostBudget();
  private final Semaphore turnstile = new Semaphore(1, true);
  private final Map<String, Double> costs = new ConcurrentHashMap<>();
  private final LongAdder waitedNanos = new LongAdder();
  private final ShopifyErrors errors;
  private final InstantSource clock;
  private final Pause pause;

  Pacer(ShopifyErrors errors, InstantSource clock, Pause pause) {
    this.errors = errors;
    this.clock = clock;
    this.pause = pause;
  }

  /// Leave to send one request. Closed without having been told of a cost, the points count as
  /// taken.
  final class Lease implements AutoCloseable {
    private final String kind;
    private final CostBudget.Reservation reservation;
    private final boolean alone;
    private boolean settled;

    private Lease(String kind, CostBudget.Reservation reservation, boolean alone) {
      this.kind = kind;
      this.reservation = reservation;
      this.alone = alone;
    }

    void settle(Cost cost) {
      budget.settle(reservation, cost, clock.instant());
      remember(cost);
    }

    void throttled(Cost cost) {
      budget.throttled(reservation, cost, clock.instant());
      remember(cost);
    }

    private void remember(Cost cost) {
      costs.put(kind, cost.requested());
      settled = true;
    }

    @Override
    public void close() {
      if (!settled) {
        budget.settleUnanswered(reservation);
      }
      if (alone) {
        turnstile.release();
      }
    }
  }

  /// Waits until the request may be sent. Before anything is known of the bucket, one request at a
  /// time is out.
  ///
  /// @throws dev.trueup.store.StoreException `THROTTLED` when its turn would come after the
  ///   deadline
  Lease acquire(Operation operation, Map<String, ?> variables, Instant deadline)
      throws InterruptedException {
    if (!turnstile.tryAcquire(until(deadline).toNanos(), TimeUnit.NANOSECONDS)) {
      throw errors.noTime(Duration.ZERO);
    }
    boolean alone = false;
    try {
      String kind = kind(operation, variables);
      double points = costs.getOrDefault(kind, operation.expectedCost());
      CostBudget.Reservation reservation = reserve(points, deadline);
      alone = !budget.known();
      return new Lease(kind, reservation, alone);
    } finally {
      if (!alone) {
        turnstile.release();
      }
    }
  }

  private CostBudget.Reservation reserve(double points, Instant deadline)
      throws InterruptedException {
    Optional<CostBudget.Reservation> reservation = budget.tryReserve(points, clock.instant());
    while (reservation.isEmpty()) {
      Duration wait = budget.waitFor(points, clock.instant());
      if (wait.compareTo(until(deadline)) > 0) {
        throw errors.noTime(wait);
      }
      pause.sleep(wait);
      waitedNanos.add(wait.toNanos());
      reservation = budget.tryReserve(points, clock.instant());
    }
    return reservation.get();
  }

  private Duration until(Instant deadline) {
    Duration left = Duration.between(clock.instant(), deadline);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /// Points such a request costs: what Shopify said last, or what is expected.
  double costOf(Operation operation, Map<String, ?> variables) {
    return costs.getOrDefault(kind(operation, variables), operation.expectedCost());
  }

  /// Points per second; empty until the store has answered.
  Optional<Double> restoreRate() {
    return budget.restoreRate();
  }

  /// How long these points would be waited for; empty until the store has answered.
  Optional<Duration> waitFor(double points) {
    return budget
        .restoreRate()
        .map(rate -> Math.max(0, points - budget.available(clock.instant())) / rate)
        .map(seconds -> Duration.ofMillis((long) (seconds * 1000)));
  }

  /// How long requests had to wait because the bucket was empty; those queued behind a waiting one
  /// are not counted again.
  Duration waited() {
    return Duration.ofNanos(waitedNanos.sum());
  }

  /// The cost depends on page sizes, switches and the length of lists, never on names and ids.
  private static String kind(Operation operation, Map<String, ?> variables) {
    var kind = new StringBuilder(operation.name());
    variables.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(variable -> {
          switch (variable.getValue()) {
            case Integer number -> kind.append(' ').append(number);
            case Boolean set -> kind.append(' ').append(set);
            case List<?> list -> kind.append(' ').append(list.size());
            default -> {}
          }
        });
    return kind.toString();
  }
}
