package dev.trueup.run;

import dev.trueup.plan.Digest;
import dev.trueup.plan.Guard;
import dev.trueup.plan.Limits;
import dev.trueup.plan.Plan;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Keeps the plan of a run, with its digest, its guards, and the decision if there is one already.
final class PlanKeeping {
  /// Where somebody has named the items, shares of a catalogue say nothing.
  static final Limits NO_SHARES =
      new Limits(BigDecimal.ONE, BigDecimal.ONE, Limits.DEFAULTS.priceMove(), BigDecimal.ONE);

  private final Ledger ledger;
  private final InstantSource clock;

  PlanKeeping(Ledger ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /// What may approve a plan before any person has seen it.
  interface Policy {
    Optional<Decision> decide(String digest);
  }

  Comparer.Result keep(Run run, Plan plan, List<Guard> guards, Policy policy) {
    ledger.savePlan(run.id(), plan.changes());
    String digest = Digest.of(head(run), plan.changes());
    Optional<Decision> decided = policy.decide(digest);
    Run planned =
        ledger.update(
            run.id(),
            current ->
                current
                    .edit()
                    .plan(digest, plan.tally(), guards)
                    .decision(decided.orElse(null))
                    .run());
    var trail = new Trail(ledger, clock);
    trail.planned(planned);
    trail.decided(planned);
    if (planned.cancelRequested()) {
      return new Comparer.Result.Cancelled();
    }
    if (plan.tally().differences() == 0) {
      return new Comparer.Result.InSync();
    }
    return decided.isPresent()
        ? new Comparer.Result.Approved()
        : new Comparer.Result.NeedsApproval();
  }

  private static String head(Run run) {
    return run.id() + "\n" + run.pair() + "\n" + run.resource() + "\n" + run.policies();
  }
}
