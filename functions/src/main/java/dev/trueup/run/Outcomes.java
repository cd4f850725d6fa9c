package dev.trueup.run;

import dev.trueup.store.Outcome;
import java.util.Collection;

/// How many changes ended in which way.
///
/// @param skipped approved and not tried: the run was cancelled or failed before
public record Outcomes(
    int applied, int alreadySo, int conflict, int refused, int failed, int unknown, int skipped) {
  public static final Outcomes NONE = new Outcomes(0, 0, 0, 0, 0, 0, 0);

  public static Outcomes of(Collection<Outcome> outcomes) {
    return outcomes.stream().reduce(NONE, Outcomes::and, Outcomes::plus);
  }

  private Outcomes and(Outcome outcome) {
    return plus(
        switch (outcome) {
          case Outcome.Applied _ -> new Outcomes(1, 0, 0, 0, 0, 0, 0);
          case Outcome.AlreadySo _ -> new Outcomes(0, 1, 0, 0, 0, 0, 0);
          case Outcome.Conflict _ -> new Outcomes(0, 0, 1, 0, 0, 0, 0);
          case Outcome.Refused _ -> new Outcomes(0, 0, 0, 1, 0, 0, 0);
          case Outcome.Failed _ -> new Outcomes(0, 0, 0, 0, 1, 0, 0);
          case Outcome.Unknown _ -> new Outcomes(0, 0, 0, 0, 0, 1, 0);
        });
  }

  public Outcomes plus(Outcomes other) {
    return new Outcomes(
        applied + other.applied,
        alreadySo + other.alreadySo,
        conflict + other.conflict,
        refused + other.refused,
        failed + other.failed,
        unknown + other.unknown,
        skipped + other.skipped);
  }

  public Outcomes withSkipped(int number) {
    return new Outcomes(applied, alreadySo, conflict, refused, failed, unknown, number);
  }

  /// Changes with an outcome of their own, skipped ones not counted.
  public int tried() {
    return applied + alreadySo + conflict + refused + failed + unknown;
  }

  /// Whether everything is as the plan wanted it.
  public boolean clean() {
    return tried() == applied + alreadySo && skipped == 0;
  }
}
