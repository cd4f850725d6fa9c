package dev.trueup.web;

import dev.trueup.apply.Pause;
import dev.trueup.run.Ledger;
import dev.trueup.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Predicate;

/// Waits for a run to get somewhere.
final class RunWatch {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final Ledger ledger;
  private final InstantSource clock;
  private final Pause pause;

  RunWatch(Ledger ledger, InstantSource clock, Pause pause) {
    this.ledger = ledger;
    this.clock = clock;
    this.pause = pause;
  }

  /// The run when it is far enough, or when the time is over.
  Run until(Instant end, Run run, Predicate<Run> enough) {
    Run now = run;
    Duration step = FIRST_PAUSE;
    while (!enough.test(now) && clock.instant().isBefore(end)) {
      pause.pause(shorter(step, Duration.between(clock.instant(), end)));
      step = shorter(step.multipliedBy(2), LONGEST_PAUSE);
      now = ledger.find(run.id()).orElse(now);
    }
    return now;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
