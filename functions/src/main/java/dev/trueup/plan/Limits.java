package dev.trueup.plan;

import java.math.BigDecimal;

/// The limits of the guards; shares are fractions of 1.
///
/// @param changedShare of the matched records may change
/// @param zeroedShare of the matched records may be set to zero
/// @param priceMove by which no price may move
/// @param sourceShrink by which the source may have shrunk since the last run
public record Limits(
    BigDecimal changedShare,
    BigDecimal zeroedShare,
    BigDecimal priceMove,
    BigDecimal sourceShrink) {
  public static final Limits DEFAULTS =
      new Limits(
          new BigDecimal("0.3"),
          new BigDecimal("0.1"),
          new BigDecimal("0.5"),
          new BigDecimal("0.2"));

  public Limits {
    share("guards.changedShare", changedShare);
    share("guards.zeroedShare", zeroedShare);
    share("guards.sourceShrink", sourceShrink);
    if (priceMove.signum() < 0) {
      throw new IllegalArgumentException("guards.priceMove is a fraction of 0 or more");
    }
  }

  private static void share(String name, BigDecimal value) {
    if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(name + " is a fraction between 0 and 1");
    }
  }
}
