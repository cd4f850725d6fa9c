package dev.trueup.store.shopify;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How many points the store's bucket holds, as far as can be known from here. A request is
/// reserved before it is sent, with the points Shopify will ask for; its answer corrects the model.
///
/// An answer tells what the bucket held while it was made. Whatever was on its way then may or may
/// not have been taken off yet, so all of it is taken off: the model is never above the bucket as
/// long as nobody else uses it, and is pulled down by the next answer when somebody does. Only the
/// answer to the request sent last so far is believed; one that arrives late just gives back what
/// it did not use. Until the first answer nothing is known, and everything is granted.
final class CostBudget {
  /// A throttled caller stays away at least this long (shopify.dev, API rate limits).
  private static final Duration THROTTLED_WAIT = Duration.ofSeconds(1);

  private static final double ROUNDING = 1e-6;

  /// Points set aside for one request.
  ///
  /// @param number counts up with every request sent
  /// @param answeredBefore points that answered requests had taken when this one was sent
  record Reservation(long number, double points, double answeredBefore) {}

  private boolean known;
  private double available;
  private double maximum;
  private double restoreRate;
  private double inFlight;
  private double answered;
  private long sent;
  private long newest;
  private Instant asOf = Instant.MIN;
  private Instant heldUntil = Instant.MIN;

  synchronized boolean known() {
    return known;
  }

  /// Points per second; empty until the first answer.
  synchronized Optional<Double> restoreRate() {
    return known ? Optional.of(restoreRate) : Optional.empty();
  }

  /// What could be reserved now.
  synchronized double available(Instant now) {
    refill(now);
    return available;
  }

  /// Empty when the bucket does not hold the points yet: ask [#waitFor] for how long.
  synchronized Optional<Reservation> tryReserve(double points, Instant now) {
    refill(now);
    if (known && (now.isBefore(heldUntil) || available + ROUNDING < atMostMaximum(points))) {
      return Optional.empty();
    }
    available -= points;
    inFlight += points;
    return Optional.of(new Reservation(++sent, points, answered));
  }

  /// How long until the bucket holds the points, if nothing else is taken from it.
  synchronized Duration waitFor(double points, Instant now) {
    refill(now);
    double missing = known ? Math.max(0, atMostMaximum(points) - available) : 0;
    var refilled =
        missing == 0
            ? Duration.ZERO
            : Duration.ofNanos((long) Math.ceil(missing / restoreRate * 1e9));
    var held = now.isBefore(heldUntil) ? Duration.between(now, heldUntil) : Duration.ZERO;
    return refilled.compareTo(held) > 0 ? refilled : held;
  }

  /// The answer came.
  synchronized void settle(Reservation reservation, Cost cost, Instant now) {
    refill(now);
    inFlight -= reservation.points();
    if (reservation.number() > newest) {
      believe(reservation, cost, now);
    } else {
      available += reservation.points() - cost.actual();
    }
    answered += cost.actual();
  }

  /// The store refused for want of points.
  synchronized void throttled(Reservation reservation, Cost cost, Instant now) {
    settle(reservation, cost, now);
    available = Math.min(available, cost.available());
    heldUntil = now.plus(THROTTLED_WAIT);
  }

  /// No answer, or one that does not tell: the points count as taken.
  synchronized void settleUnanswered(Reservation reservation) {
    inFlight -= reservation.points();
    answered += reservation.points();
  }

  private void believe(Reservation reservation, Cost cost, Instant now) {
    newest = reservation.number();
    known = true;
    maximum = cost.maximum();
    restoreRate = cost.restoreRate();
    available = cost.available() - inFlight - (answered - reservation.answeredBefore());
    asOf = now;
  }

  /// The bucket is never fuller than its maximum, and what is in flight may not be taken off yet.
  private void refill(Instant now) {
    if (known && now.isAfter(asOf)) {
      double seconds = Duration.between(asOf, now).toNanos() / 1e9;
      available = Math.min(maximum - inFlight, available + seconds * restoreRate);
      asOf = now;
    }
  }

  /// A request dearer than the whole bucket waits for a full one.
  private double atMostMaximum(double points) {
    return Math.min(points, maximum);
  }
}
