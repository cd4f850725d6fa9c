package dev.trueup.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How long a plan may be approved and carried out. The stores go on selling meanwhile: of an old
/// plan little fits any more.
public record PlanValidity(Duration time) {
  public static final PlanValidity DEFAULT = new PlanValidity(Duration.ofDays(3));

  public PlanValidity {
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("a plan is valid for some time");
    }
  }

  /// A sentence for a person when the plan of a run is too old.
  public Optional<String> objection(Run run, Instant now) {
    Duration age = Duration.between(run.createdAt(), now);
    return age.compareTo(time) <= 0
        ? Optional.empty()
        : Optional.of(
            "the plan of run %s is %d h old, and plans are valid for %d h: compare again"
                .formatted(run.id(), age.toHours(), time.toHours()));
  }
}
