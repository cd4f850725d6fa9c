package dev.trueup.sandbox.shopify;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// The leaky bucket of one app in one shop: the requested cost is taken before execution, what was
/// not needed is given back after it. Never below zero, never above the maximum.
final class PointBucket {
  private final LongSupplier nanos;
  private Plan plan;
  private double points;
  private long refilledAtNanos;

  PointBucket(Plan plan, LongSupplier nanos) {
    this.plan = plan;
    this.nanos = nanos;
    this.points = plan.maximumPoints();
    this.refilledAtNanos = nanos.getAsLong();
  }

  /// Takes the points, or takes none and answers false when there are too few.
  synchronized boolean tryReserve(int cost) {
    refill();
    if (points < cost) {
      return false;
    }
    points -= cost;
    return true;
  }

  synchronized void refund(int cost) {
    refill();
    points = Math.min(plan.maximumPoints(), points + cost);
  }

  /// A shop that changes its plan starts with a full bucket.
  synchronized void changePlan(Plan next) {
    plan = next;
    points = next.maximumPoints();
    refilledAtNanos = nanos.getAsLong();
  }

  synchronized Plan plan() {
    return plan;
  }

  /// `throttleStatus` as every answer carries it.
  synchronized Map<String, Object> throttleStatus() {
    refill();
    return Map.of(
        "maximumAvailable", (double) plan.maximumPoints(),
        "currentlyAvailable", (int) points,
        "restoreRate", (double) plan.pointsPerSecond());
  }

  private void refill() {
    long now = nanos.getAsLong();
    double seconds = (now - refilledAtNanos) / (double) TimeUnit.SECONDS.toNanos(1);
    points = Math.min(plan.maximumPoints(), points + seconds * plan.pointsPerSecond());
    refilledAtNanos = now;
  }
}
