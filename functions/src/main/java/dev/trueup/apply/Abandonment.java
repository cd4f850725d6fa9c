package dev.trueup.apply;

import dev.trueup.plan.Change;
import dev.trueup.run.Attempt;
import dev.trueup.run.Batch;
import dev.trueup.run.Ledger;
import dev.trueup.store.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Ends a batch that no worker could carry out: every change without an outcome gets one, nothing
/// is sent. What was begun is unknown, what was not has failed.
public final class Abandonment {
  private final Ledger ledger;

  public Abandonment(Ledger ledger) {
    this.ledger = ledger;
  }

  /// Gives an outcome to every change of the batch that has none.
  public void abandon(String runId, int number) {
    Batch batch = ledger.batch(runId, number);
    List<Attempt> attempts = ledger.attempts(runId, number);
    Set<Integer> settled = new HashSet<>();
    attempts.stream().filter(Attempt::settled).forEach(a -> settled.addAll(a.seqs()));
    Set<Integer> begun = new HashSet<>();
    for (Attempt attempt : attempts) {
      if (!attempt.settled()) {
        begun.addAll(attempt.seqs());
        settle(runId, attempt, new Outcome.Unknown("its worker ended before the answer came"));
      }
    }
    List<Integer> rest = new ArrayList<>();
    try (Stream<Change> changes = ledger.changes(runId, batch.first())) {
      changes
          .takeWhile(change -> change.seq() <= batch.last())
          .filter(batch::holds)
          .map(Change::seq)
          .filter(seq -> !settled.contains(seq) && !begun.contains(seq))
          .forEach(rest::add);
    }
    if (!rest.isEmpty()) {
      Attempt attempt = Attempt.begun(number, attempts.size() + 1, rest);
      ledger.begin(runId, attempt);
      settle(runId, attempt, new Outcome.Failed("its worker ended before it was sent"));
    }
  }

  private void settle(String runId, Attempt attempt, Outcome outcome) {
    ledger.settle(runId, attempt.settled(Collections.nCopies(attempt.seqs().size(), outcome)));
  }
}
