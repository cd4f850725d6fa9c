package dev.trueup.apply;

import dev.trueup.plan.Change;
import dev.trueup.run.Attempt;
import dev.trueup.run.Batch;
import dev.trueup.run.Ledger;
import dev.trueup.run.Run;
import dev.trueup.store.StoreRecords;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/// Writes one batch: what an earlier worker left unsettled first, then the rest, several requests
/// in flight. Called again for the same batch, it goes on where it stopped and does nothing twice.
public final class BatchApplier {
  /// How often the run is asked whether a person paused or cancelled it.
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final Ledger ledger;
  private final InstantSource clock;
  private final Pause pause;

  public BatchApplier(Ledger ledger, InstantSource clock, Pause pause) {
    this.ledger = ledger;
    this.clock = clock;
    this.pause = pause;
  }

  /// Applies what is left of a batch.
  ///
  /// @param deadline no request is begun after it
  public Progress apply(String runId, int number, StoreRecords records, Instant deadline) {
    Run run = ledger.find(runId).orElseThrow();
    Batch batch = ledger.batch(runId, number);
    List<Attempt> attempts = ledger.attempts(runId, number);
    Map<Integer, Change> open = changes(runId, batch);
    attempts.stream().filter(Attempt::settled).forEach(a -> open.keySet().removeAll(a.seqs()));
    var sending = new Sending(new Request(ledger, run, records, pause, deadline), deadline);
    sending.unsettled(attempts, open);
    sending.rest(number, attempts.size(), open, records);
    return sending.end();
  }

  private Map<Integer, Change> changes(String runId, Batch batch) {
    var changes = new HashMap<Integer, Change>();
    try (Stream<Change> stream = ledger.changes(runId, batch.first())) {
      stream
          .takeWhile(change -> change.seq() <= batch.last())
          .filter(batch::holds)
          .forEach(change -> changes.put(change.seq(), change));
    }
    return changes;
  }

  /// The requests of one invocation.
  private final class Sending {
    private final Request request;
    private final Instant deadline;
    private final Semaphore places;
    private final Workers workers = new Workers();
    private Progress progress = Progress.DONE;
    private Instant looked = Instant.MIN;

    Sending(Request request, Instant deadline) {
      this.request = request;
      this.deadline = deadline;
      this.places = new Semaphore(request.records().capabilities().requestsInFlight());
    }

    /// Settles what was begun and never settled, and takes it out of `open`.
    void unsettled(List<Attempt> attempts, Map<Integer, Change> open) {
      for (Attempt attempt : attempts) {
        List<Change> left =
            attempt.seqs().stream().filter(open::containsKey).map(open::get).toList();
        if (!attempt.settled() && left.size() == attempt.seqs().size()) {
          open.keySet().removeAll(attempt.seqs());
          send(() -> request.again(attempt, left));
        }
      }
    }

    void rest(int batch, int attempts, Map<Integer, Change> open, StoreRecords records) {
      List<Change> ordered = open.values().stream().sorted(Request.BY_PLACE).toList();
      int number = attempts;
      for (List<Change> some : Request.split(ordered, request.run(), records)) {
        Attempt attempt = Attempt.begun(batch, ++number, some.stream().map(Change::seq).toList());
        send(() -> request.first(attempt, some));
      }
    }

    private void send(Workers.Task task) {
      if (!mayGoOn()) {
        return;
      }
      places.acquireUninterruptibly();
      if (mayGoOn()) {
        workers.start(() -> {
          try {
            task.run();
          } finally {
            places.release();
          }
        });
      } else {
        places.release();
      }
    }

    private boolean mayGoOn() {
      if (progress == Progress.DONE && workers.failed()) {
        progress = Progress.MORE;
      }
      if (progress == Progress.DONE && !clock.instant().isBefore(deadline)) {
        progress = Progress.MORE;
      }
      if (progress == Progress.DONE && looked.plus(LOOK_EVERY).isBefore(clock.instant())) {
        looked = clock.instant();
        progress = asked(ledger.find(request.run().id()).orElseThrow());
      }
      return progress == Progress.DONE;
    }

    private static Progress asked(Run now) {
      if (now.cancelRequested()) {
        return Progress.CANCELLED;
      }
      return now.pauseRequested() ? Progress.PAUSED : Progress.DONE;
    }

    Progress end() {
      boolean outOfTime = workers.join();
      return progress == Progress.DONE && outOfTime ? Progress.MORE : progress;
    }
  }
}
