package dev.trueup.run;

import dev.trueup.catalog.StoreRecord;
import dev.trueup.store.RecordPage;
import dev.trueup.store.StoreRecords;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/// Reads all records of one store, in as many invocations as it takes.
final class Reading {
  private static final int RECORDS_PER_SNAPSHOT = 2_000;

  private final Ledger ledger;
  private final InstantSource clock;
  private final String runId;
  private final String side;
  private final List<StoreRecord> records = new ArrayList<>();
  private final List<String> rejected = new ArrayList<>();
  private Checkpoint.Side checkpoint;

  Reading(Ledger ledger, InstantSource clock, String runId, String side, Checkpoint.Side from) {
    this.ledger = ledger;
    this.clock = clock;
    this.runId = runId;
    this.side = side;
    this.checkpoint = from;
  }

  /// Reads until the end or the deadline, whichever comes first.
  ///
  /// @param progress is told how many records this invocation has read
  void read(StoreRecords store, Instant deadline, IntConsumer progress) {
    while (!checkpoint.done() && clock.instant().isBefore(deadline)) {
      RecordPage page = store.page(Optional.ofNullable(checkpoint.cursor()));
      records.addAll(page.records());
      rejected.addAll(page.rejected());
      String cursor = page.next().orElse(null);
      checkpoint = new Checkpoint.Side(cursor, cursor == null, checkpoint.snapshots());
      progress.accept(page.records().size());
    }
  }

  boolean done() {
    return checkpoint.done();
  }

  List<String> rejected() {
    return rejected;
  }

  /// Everything that was read, by this invocation and the ones before it.
  List<StoreRecord> all() {
    if (checkpoint.snapshots() == 0) {
      return records;
    }
    var all = new ArrayList<StoreRecord>();
    try (Stream<StoreRecord> earlier = ledger.snapshot(runId, side, checkpoint.snapshots())) {
      earlier.forEach(all::add);
    }
    all.addAll(records);
    return all;
  }

  /// Keeps what this invocation read for the next one.
  Checkpoint.Side suspend() {
    int number = checkpoint.snapshots();
    for (int from = 0; from < records.size(); from += RECORDS_PER_SNAPSHOT) {
      int to = Math.min(from + RECORDS_PER_SNAPSHOT, records.size());
      ledger.saveSnapshot(runId, side, ++number, records.subList(from, to));
    }
    return new Checkpoint.Side(checkpoint.cursor(), checkpoint.done(), number);
  }
}
