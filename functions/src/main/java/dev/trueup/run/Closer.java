package dev.trueup.run;

import java.time.InstantSource;

/// Ends runs: totals, status, lock.
public final class Closer {
  /// How a run came to its end.
  public enum Ending {
    IN_SYNC,
    REJECTED,
    EXPIRED,
    CANCELLED,
    APPLIED
  }

  private final Ledger ledger;
  private final InstantSource clock;
  private final Trail trail;

  public Closer(Ledger ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
    this.trail = new Trail(ledger, clock);
  }

  /// Closes a run; closing again changes nothing.
  public Run close(String runId, Ending ending) {
    int unverified = ending == Ending.APPLIED ? ledger.findings(runId).size() : 0;
    return closed(
        ledger.close(
            runId,
            run -> {
              if (!run.status().open()) {
                return run;
              }
              Outcomes outcomes =
                  run.outcomes().withSkipped(Math.max(run.selected() - run.outcomes().tried(), 0));
              return run.edit()
                  .status(status(run, ending, outcomes, unverified))
                  .outcomes(outcomes)
                  .waitingFor("")
                  .error(error(run, unverified))
                  .closedAt(clock.instant())
                  .run();
            }));
  }

  /// Closes a run that cannot go on.
  ///
  /// @param error a sentence for a person
  public Run fail(String runId, String error) {
    return closed(
        ledger.close(
            runId,
            run ->
                run.status().open()
                    ? run.edit()
                        .status(RunStatus.FAILED)
                        .outcomes(
                            run.outcomes()
                                .withSkipped(Math.max(run.selected() - run.outcomes().tried(), 0)))
                        .waitingFor("")
                        .error(error)
                        .closedAt(clock.instant())
                        .run()
                    : run));
  }

  private Run closed(Run run) {
    trail.closed(run);
    return run;
  }

  private static RunStatus status(Run run, Ending ending, Outcomes outcomes, int unverified) {
    if (run.cancelRequested()) {
      return RunStatus.CANCELLED;
    }
    return switch (ending) {
      case IN_SYNC -> RunStatus.IN_SYNC;
      case REJECTED -> RunStatus.REJECTED;
      case EXPIRED -> RunStatus.EXPIRED;
      case CANCELLED -> RunStatus.CANCELLED;
      case APPLIED ->
          outcomes.clean() && unverified == 0
              ? RunStatus.SUCCEEDED
              : RunStatus.COMPLETED_WITH_ERRORS;
    };
  }

  private static String error(Run run, int unverified) {
    return unverified == 0
        ? run.error()
        : unverified
            + (unverified == 1 ? " item was" : " items were")
            + " found otherwise than written when the run was verified";
  }
}
