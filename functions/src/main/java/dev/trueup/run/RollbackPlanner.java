package dev.trueup.run;

import dev.trueup.catalog.RecordRef;
import dev.trueup.catalog.StoreRecord;
import dev.trueup.plan.Change;
import dev.trueup.plan.Guard;
import dev.trueup.plan.Plan;
import dev.trueup.plan.Rollback;
import dev.trueup.plan.Rules;
import dev.trueup.store.Outcome;
import dev.trueup.store.StoreRecords;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes the plan of a run that undoes another one: the inverse of what that one applied.
public final class RollbackPlanner {
  private static final int CHANGES_PER_READ = 1_000;

  private final Ledger ledger;
  private final Stores stores;
  private final InstantSource clock;

  public RollbackPlanner(Ledger ledger, Stores stores, InstantSource clock) {
    this.ledger = ledger;
    this.stores = stores;
    this.clock = clock;
  }

  /// Plans from what the ledger has; the store is read to show what has changed since.
  ///
  /// @throws dev.trueup.store.StoreException when the store does not answer as it should
  public Comparer.Result plan(String runId, Rules rules) {
    Run run = ledger.find(runId).orElseThrow(() -> new NoSuchRunException(runId));
    if (run.cancelRequested()) {
      return new Comparer.Result.Cancelled();
    }
    String undoneId = Objects.requireNonNull(run.rollbackOf(), "it undoes another run");
    Run undone = ledger.find(undoneId).orElseThrow(() -> new NoSuchRunException(undoneId));
    StoreRecords records = stores.destination(run.pair(), rules.resource(), run.policies());
    var rollback = new Rollback(rules, run.policies(), records.capabilities());
    int read = 0;
    try (Stream<Change> changes = ledger.changes(undone.id(), 1)) {
      Iterator<Change> iterator = changes.iterator();
      while (iterator.hasNext()) {
        var some = new ArrayList<Change>(CHANGES_PER_READ);
        while (iterator.hasNext() && some.size() < CHANGES_PER_READ) {
          some.add(iterator.next());
        }
        read += undo(rollback, undone, some, records);
      }
    }
    return keep(run, rollback.plan(), read);
  }

  private int undo(Rollback rollback, Run undone, List<Change> some, StoreRecords records) {
    Map<Integer, Outcome> outcomes =
        ledger.outcomes(undone.id(), some.getFirst().seq(), some.getLast().seq());
    List<Change> applied =
        some.stream()
            .filter(change -> outcomes.get(change.seq()) instanceof Outcome.Applied)
            .toList();
    if (applied.isEmpty()) {
      return 0;
    }
    Map<String, StoreRecord> now =
        records.some(applied.stream().map(RollbackPlanner::ref).toList()).stream()
            .collect(Collectors.toMap(StoreRecord::id, Function.identity(), (a, _) -> a));
    for (Change change : applied) {
      rollback.undo(change, undone.written(change), Optional.ofNullable(now.get(ref(change).id())));
    }
    return now.size();
  }

  private static RecordRef ref(Change change) {
    return Objects.requireNonNull(change.destination(), "what was written has a place");
  }

  private Comparer.Result keep(Run run, Plan plan, int read) {
    ledger.update(run.id(), current -> current.edit().read(read).run());
    List<Guard> guards = Guard.measure(plan.tally(), PlanKeeping.NO_SHARES, Optional.empty());
    return new PlanKeeping(ledger, clock).keep(run, plan, guards, _ -> Optional.empty());
  }
}
