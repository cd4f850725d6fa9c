package dev.trueup.run;

import dev.trueup.catalog.Platform;
import dev.trueup.plan.Policies;
import dev.trueup.plan.Rules;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;

/// Opens runs: one at a time for a pair of stores and a resource.
public final class RunOpening {
  private final Stores stores;
  private final Connections connections;
  private final Ledger ledger;
  private final Workflow workflow;
  private final Decisions decisions;
  private final InstantSource clock;
  private final RandomGenerator random;

  public RunOpening(
      Stores stores,
      Ledger ledger,
      Workflow workflow,
      InstantSource clock,
      RandomGenerator random) {
    this.stores = stores;
    this.connections = new Connections(stores);
    this.ledger = ledger;
    this.workflow = workflow;
    this.decisions = new Decisions(ledger, workflow, clock);
    this.clock = clock;
    this.random = random;
  }

  /// What somebody asks for.
  ///
  /// @param named whether an approver named the items and asked to write them at once
  /// @param replace whether an open run that still waits for approval gives way
  /// @param yields whether this one gives way, while it waits for approval, to the next one asked
  ///   for
  public record Wish(
      Rules rules,
      Platform sourceOfTruth,
      Policies policies,
      boolean named,
      boolean replace,
      boolean yields,
      String by) {}

  /// Opens a run and starts its workflow. When it throws, there is no run and no lock.
  ///
  /// @throws RefusalException when the resource cannot carry out the policies
  /// @throws dev.trueup.store.StoreException when a store does not answer as it should
  /// @throws RunOpenException when another run is open and does not give way
  public Run open(Wish wish) {
    Support.check(wish.rules(), wish.policies());
    connections.demand();
    Pair pair = stores.pair(wish.sourceOfTruth());
    stores.source(pair, wish.rules().resource(), wish.policies());
    stores.destination(pair, wish.rules().resource(), wish.policies());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Run run =
        Run.opened(
                RunId.at(now, random),
                wish.rules().resource().name(),
                pair,
                now,
                wish.by(),
                wish.named(),
                wish.policies())
            .edit()
            .yields(wish.yields())
            .run();
    lock(run, wish.replace());
    start(run);
    return run;
  }

  /// Opens a run that undoes what another one applied, and starts its workflow.
  ///
  /// @throws NoSuchRunException when there is no such run
  /// @throws RefusalException when there is nothing to undo, or not yet
  /// @throws dev.trueup.store.StoreException when a store does not answer as it should
  /// @throws RunOpenException when another run is open and does not give way
  public Run rollback(String runId, String by) {
    Run undone = ledger.find(runId).orElseThrow(() -> new NoSuchRunException(runId));
    undoable(undone);
    connections.demand();
    var now = clock.instant();
    Run run = undone.rollback(RunId.at(now, random), now, by);
    lock(run, false);
    start(run);
    return run;
  }

  private void undoable(Run run) {
    if (run.status().open()) {
      throw RefusalException.conflict(
          "run %s is %s: cancel it, or wait until it is closed, and roll it back then"
              .formatted(run.id(), run.status().code()));
    }
    if (run.outcomes().applied() == 0) {
      throw RefusalException.conflict(
          "run %s applied nothing, so there is nothing to roll back".formatted(run.id()));
    }
    if (!stores.pair(run.pair().sourceOfTruth()).equals(run.pair())) {
      throw RefusalException.conflict(
          "run %s wrote to %s, which is not a store of this deployment any more"
              .formatted(run.id(), run.pair().identity(run.destination())));
    }
  }

  private void lock(Run run, boolean replace) {
    try {
      ledger.open(run);
    } catch (RunOpenException e) {
      if (!replace && !ledger.find(e.openRunId()).map(Run::yields).orElse(false)) {
        throw e;
      }
      decisions.supersede(e.openRunId(), run);
      ledger.open(run);
    }
  }

  private void start(Run run) {
    try {
      new Trail(ledger, clock).opened(run);
      workflow.start(run);
    } catch (RuntimeException e) {
      var refusal =
          RefusalException.unavailable(
              "the workflow of run "
                  + run.id()
                  + " could not be started, and nothing was compared; try again in a moment",
              e);
      giveUp(run, refusal);
      throw refusal;
    }
  }

  private void giveUp(Run run, RefusalException why) {
    try {
      new Closer(ledger, clock).fail(run.id(), "the workflow could not be started");
    } catch (RuntimeException e) {
      why.addSuppressed(e);
    }
  }
}
