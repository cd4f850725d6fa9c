package dev.trueup.apply;

import dev.trueup.plan.Change;
import dev.trueup.run.Batch;
import dev.trueup.run.Decision;
import dev.trueup.run.Ledger;
import dev.trueup.run.Run;
import dev.trueup.run.RunStatus;
import dev.trueup.store.Capabilities;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Turns the approved selection into batches. A batch is what the store takes in [#BATCH_TIME], so
/// that several full requests are in flight at once and a cancel still takes effect soon.
public final class Dispatcher {
  static final Duration BATCH_TIME = Duration.ofSeconds(20);
  static final int MOST_PER_BATCH = 5_000;

  private final Ledger ledger;

  public Dispatcher(Ledger ledger) {
    this.ledger = ledger;
  }

  /// Records the batches of a run; dispatching again records the same ones.
  ///
  /// @return the run with the number of its batches
  public Run dispatch(Run run, Capabilities capabilities) {
    Decision decision =
        Optional.ofNullable(run.decision())
            .filter(Decision::approved)
            .filter(approved -> approved.digest().equals(run.digest()))
            .orElseThrow(() ->
                new IllegalStateException("run " + run.id() + " has no approval of its plan"));
    int size = Math.min(capabilities.itemsIn(BATCH_TIME), MOST_PER_BATCH);
    var batches = new ArrayList<Batch>();
    int selected = 0;
    try (Stream<Change> changes = ledger.changes(run.id(), 1)) {
      List<Integer> seqs = new ArrayList<>();
      for (Change change : (Iterable<Change>) changes::iterator) {
        if (decision.selection().takes(change) && !Request.write(run, change).after().isEmpty()) {
          selected++;
          seqs.add(change.seq());
          if (seqs.size() == size) {
            batches.add(Batch.of(batches.size() + 1, seqs));
            seqs = new ArrayList<>();
          }
        }
      }
      if (!seqs.isEmpty()) {
        batches.add(Batch.of(batches.size() + 1, seqs));
      }
    }
    ledger.saveBatches(run.id(), batches);
    int total = selected;
    return ledger.update(
        run.id(),
        current ->
            current
                .edit()
                .status(current.cancelRequested() ? current.status() : RunStatus.APPLYING)
                .waitingFor("")
                .dispatched(total, batches.size())
                .run());
  }
}
