package dev.trueup.sandbox.shopify;

import java.util.Locale;

/// What a Shopify plan allows an app: the size of its bucket of points and how fast it refills
/// (restore rates from shopify.dev/docs/api/usage/limits; bucket sizes as seen in recorded answers,
/// Enterprise's by extrapolation).
public enum Plan {
  STANDARD(2_000, 100),
  ADVANCED(4_000, 200),
  PLUS(20_000, 1_000),
  ENTERPRISE(40_000, 2_000);

  private final int maximumPoints;
  private final int pointsPerSecond;

  Plan(int maximumPoints, int pointsPerSecond) {
    this.maximumPoints = maximumPoints;
    this.pointsPerSecond = pointsPerSecond;
  }

  public int maximumPoints() {
    return maximumPoints;
  }

  public int pointsPerSecond() {
    return pointsPerSecond;
  }

  /// The name as `ShopPlan.publicDisplayName` shows it.
  String displayName() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }
}
