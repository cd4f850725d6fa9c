package dev.trueup.store.woocommerce;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// How many conversations with a shop may be under way at once, found by watching how long its
/// answers take. WooCommerce has no limit of its own to ask for, and a host on two cores is busy
/// with two requests where another one takes twenty.
///
/// A level (so many at once) is tried for a round: as many answers as the level is high, to
/// requests that were sent while it was fully used. What a level gets done is its height divided by
/// how much longer its answers take than the quickest of their kind. Getting more done than the
/// level below, it is raised by one; otherwise it falls to four fifths. A shop that says 429 or
/// 5xx, or nothing, halves it, once for all requests that were on their way together, and a time it
/// asks for is kept by everyone, up to two minutes.
final class AdaptiveLimit {
  static final int FIRST = 1;
  static final int MOST = 16;

  /// Getting less than this much more done is not worth the load on the shop.
  private static final double PAYS = 1.02;

  private static final double STEP_BACK = 0.8;
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

  private final Map<String, Long> quickestNanos = new HashMap<>();
  private final double[] done = new double[MOST + 1];
  private int limit = FIRST;
  private int underWay;
  private int round;
  private int answers;
  private double slowness;
  private Instant heldUntil = Instant.MIN;

  /// A request on its way.
  ///
  /// @param kind requests of one kind are expected to take the same time
  /// @param round in which it was sent
  /// @param full whether the level was fully used then
  record Sent(String kind, Instant at, int round, boolean full) {}

  synchronized int limit() {
    return limit;
  }

  /// Begins a conversation, which [#leave] ends; answers false when there is no place for it, or
  /// the shop asked for a pause that is not over.
  synchronized boolean tryEnter(Instant now) {
    if (underWay >= limit || now.isBefore(heldUntil)) {
      return false;
    }
    underWay++;
    return true;
  }

  synchronized void leave() {
    underWay--;
  }

  /// How long the shop does not want to be asked anything.
  synchronized Duration held(Instant now) {
    return now.isBefore(heldUntil) ? Duration.between(now, heldUntil) : Duration.ZERO;
  }

  /// Within a conversation.
  synchronized Sent send(String kind, Instant now) {
    return new Sent(kind, now, round, underWay >= limit);
  }

  /// A good answer came.
  synchronized void answered(Sent sent, Instant now) {
    long nanos = Math.max(1, Duration.between(sent.at(), now).toNanos());
    long quickest = quickestNanos.merge(sent.kind(), nanos, Math::min);
    if (sent.full() && sent.round() == round) {
      slowness += (double) nanos / quickest;
      answers++;
      if (answers >= limit) {
        judge();
      }
    }
  }

  /// The shop did not manage, or asked to slow down.
  ///
  /// @param pause how long it does not want to be asked; zero when it does not say
  synchronized void overloaded(Sent sent, Duration pause, Instant now) {
    Instant until = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    heldUntil = until.isAfter(heldUntil) ? until : heldUntil;
    if (sent.round() == round) {
      to(limit / 2);
    }
  }

  private void judge() {
    done[limit] = limit * answers / slowness;
    boolean pays = done[limit] >= done[limit - 1] * PAYS;
    to(pays ? limit + 1 : Math.min(limit - 1, (int) Math.round(limit * STEP_BACK)));
  }

  private void to(int level) {
    limit = Math.clamp(level, 1, MOST);
    round++;
    answers = 0;
    slowness = 0;
  }
}
