package dev.trueup.web;

import dev.trueup.apply.BatchApplier;
import dev.trueup.apply.Dispatcher;
import dev.trueup.apply.Pause;
import dev.trueup.plan.Rules;
import dev.trueup.run.Checkpoint;
import dev.trueup.run.Closer;
import dev.trueup.run.Comparer;
import dev.trueup.run.Decisions;
import dev.trueup.run.Ledger;
import dev.trueup.run.RollbackPlanner;
import dev.trueup.run.Run;
import dev.trueup.run.RunStatus;
import dev.trueup.run.Stores;
import dev.trueup.run.Workflow;
import dev.trueup.store.StoreException;
import dev.trueup.store.StoreRecords;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/// Carries runs from state to state as the state machine does, one state for each [#step].
final class SimulatedWorkflow implements Workflow {
  private static final Duration LONG = Duration.ofHours(1);

  private final Ledger ledger;
  private final Stores stores;
  private final List<Rules> rules;
  private final InstantSource clock;
  private final Queue<Runnable> next = new ArrayDeque<>();
  private final Map<String, String> waiting = new HashMap<>();

  SimulatedWorkflow(Ledger ledger, Stores stores, List<Rules> rules, InstantSource clock) {
    this.ledger = ledger;
    this.stores = stores;
    this.rules = rules;
    this.clock = clock;
  }

  /// Carries out the next state, if there is one.
  void step() {
    Runnable state = next.poll();
    if (state != null) {
      state.run();
    }
  }

  void runAll() {
    while (!next.isEmpty()) {
      step();
    }
  }

  @Override
  public void start(Run run) {
    String runId = run.id();
    next.add(() -> compare(runId));
  }

  @Override
  public boolean succeed(String token, String outputJson) {
    String runId = waiting.remove(token);
    if (runId == null) {
      return false;
    }
    if (outputJson.contains("approved")) {
      next.add(() -> dispatch(runId));
    } else {
      next.add(() ->
          close(
              runId,
              outputJson.contains("cancelled") ? Closer.Ending.CANCELLED : Closer.Ending.REJECTED));
    }
    return true;
  }

  @Override
  public void heartbeat(String token) {}

  private void compare(String runId) {
    Run run = run(runId);
    try {
      var result =
          run.rollbackOf() == null
              ? new Comparer(ledger, stores, clock)
                  .compare(runId, rules(run), Checkpoint.START, clock.instant().plus(LONG))
              : new RollbackPlanner(ledger, stores, clock).plan(runId, rules(run));
      switch (result) {
        case Comparer.Result.More _ -> throw new IllegalStateException("there is time enough");
        case Comparer.Result.InSync _ -> close(runId, Closer.Ending.IN_SYNC);
        case Comparer.Result.NeedsApproval _ -> awaitApproval(runId);
        case Comparer.Result.Approved _ -> dispatch(runId);
        case Comparer.Result.Cancelled _ -> close(runId, Closer.Ending.CANCELLED);
      }
    } catch (StoreException e) {
      new Closer(ledger, clock).fail(runId, e.sentence());
    }
  }

  private void awaitApproval(String runId) {
    String token = "token of " + runId;
    waiting.put(token, runId);
    ledger.keepToken(runId, Decisions.APPROVAL, token);
    ledger.update(
        runId,
        run -> run.edit().status(RunStatus.AWAITING_APPROVAL).waitingFor("an approval").run());
  }

  private void dispatch(String runId) {
    Run run = new Dispatcher(ledger).dispatch(run(runId), records(run(runId)).capabilities());
    next.add(() -> apply(run.id(), run.batches()));
  }

  private void apply(String runId, int batches) {
    var applier = new BatchApplier(ledger, clock, Pause.REAL);
    for (int batch = 1; batch <= batches; batch++) {
      applier.apply(runId, batch, records(run(runId)), clock.instant().plus(LONG));
    }
    close(runId, Closer.Ending.APPLIED);
  }

  private void close(String runId, Closer.Ending ending) {
    new Closer(ledger, clock).close(runId, ending);
  }

  private StoreRecords records(Run run) {
    return stores.destination(run.pair(), rules(run).resource(), run.policies());
  }

  private Rules rules(Run run) {
    return rules.stream()
        .filter(each -> each.resource().name().equals(run.resource()))
        .findFirst()
        .orElseThrow();
  }

  private Run run(String runId) {
    return ledger.find(runId).orElseThrow();
  }
}
