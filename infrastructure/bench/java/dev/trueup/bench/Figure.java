package dev.trueup.bench;

import java.util.Locale;

/// One measured number and what it should be.
///
/// @param name `benchmark-what`
/// @param target such as `>= 95 %`, or `-` when there is none
record Figure(String name, double value, String unit, String target, boolean reached) {

  /// A number that informs.
  static Figure of(String name, double value, String unit) {
    return new Figure(name, value, unit, "-", true);
  }

  static Figure atLeast(String name, double value, String unit, double least) {
    return new Figure(name, value, unit, ">= " + number(least) + " " + unit, value >= least);
  }

  static Figure atMost(String name, double value, String unit, double most) {
    return new Figure(name, value, unit, "<= " + number(most) + " " + unit, value <= most);
  }

  static Figure below(String name, double value, String unit, double limit) {
    return new Figure(name, value, unit, "< " + number(limit) + " " + unit, value < limit);
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? "%,d".formatted(Math.round(value))
        : String.format(Locale.ROOT, "%.2f", value);
  }

  /// `NAME VALUE TARGET ok|short`
  @Override
  public String toString() {
    return "%-44s  %14s  %-14s  %s"
        .formatted(name, number(value) + " " + unit, target, reached ? "ok" : "short");
  }
}
