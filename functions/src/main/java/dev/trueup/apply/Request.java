package dev.trueup.apply;

import dev.trueup.catalog.RecordRef;
import dev.trueup.catalog.StoreRecord;
import dev.trueup.catalog.Value;
import dev.trueup.plan.Change;
import dev.trueup.run.Attempt;
import dev.trueup.run.Ledger;
import dev.trueup.run.Run;
import dev.trueup.store.Capabilities;
import dev.trueup.store.Outcome;
import dev.trueup.store.StoreException;
import dev.trueup.store.StoreRecords;
import dev.trueup.store.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// One write request: recorded, sent, and settled with an outcome for each of its changes.
///
/// What was sent without a clear answer is read back: as planned means applied, as before means it
/// is sent again, anything else stays unknown and is not touched.
record Request(Ledger ledger, Run run, StoreRecords records, Pause pause, Instant deadline) {
  static final Comparator<Change> BY_PLACE = Comparator.comparingInt(Change::seq);
  private static final int ROUNDS = 4;

  /// The changes of each request, as the store takes them.
  static List<List<Change>> split(List<Change> changes, Run run, StoreRecords records) {
    Map<Write, Change> byWrite = new HashMap<>();
    var writes = new ArrayList<Write>();
    for (Change change : changes) {
      Write write = write(run, change);
      byWrite.put(write, change);
      writes.add(write);
    }
    return records.requests(writes).stream()
        .map(request -> request.stream().map(byWrite::get).map(Objects::requireNonNull).toList())
        .toList();
  }

  /// Sends a request for the first time.
  void first(Attempt attempt, List<Change> changes) {
    ledger.begin(run.id(), attempt);
    settle(attempt, changes, send(changes));
  }

  /// Settles a request whose worker died: nobody knows whether it was sent.
  void again(Attempt attempt, List<Change> changes) {
    boolean replayed = records.capabilities().has(Capabilities.Feature.IDEMPOTENCY_KEYS);
    settle(
        attempt,
        changes,
        replayed
            ? byUs(send(changes))
            : changes.stream()
                .map(Change::seq)
                .collect(
                    Collectors.toMap(
                        Function.identity(),
                        _ -> new Outcome.Unknown("its worker ended before the answer came"))));
  }

  /// What is as planned after a replay was written by the worker that died: the plan saw it
  /// otherwise. A rollback has to know.
  private static Map<Integer, Outcome> byUs(Map<Integer, Outcome> outcomes) {
    Map<Integer, Outcome> ours = new HashMap<>(outcomes);
    ours.replaceAll(
        (_, outcome) -> outcome instanceof Outcome.AlreadySo ? new Outcome.Applied() : outcome);
    return ours;
  }

  private void settle(Attempt attempt, List<Change> changes, Map<Integer, Outcome> outcomes) {
    Map<Integer, Outcome> known = new HashMap<>(outcomes);
    for (int round = 1; round <= ROUNDS; round++) {
      List<Change> unclear =
          changes.stream()
              .filter(change -> known.get(change.seq()) instanceof Outcome.Unknown)
              .toList();
      if (unclear.isEmpty()) {
        break;
      }
      known.putAll(readBack(unclear, round));
    }
    ledger.settle(
        run.id(),
        attempt.settled(
            attempt.seqs().stream().map(known::get).map(Objects::requireNonNull).toList()));
  }

  private Map<Integer, Outcome> readBack(List<Change> unclear, int round) {
    pause.pause(Duration.ofMillis(250L << round));
    Map<String, StoreRecord> found;
    try {
      found =
          records.some(unclear.stream().map(Request::ref).toList()).stream()
              .collect(Collectors.toMap(StoreRecord::id, Function.identity(), (a, _) -> a));
    } catch (StoreException e) {
      return unknown(unclear, "it could not be read back: " + e.sentence());
    }
    Map<Integer, Outcome> outcomes = new HashMap<>();
    var unwritten = new ArrayList<Change>();
    for (Change change : unclear) {
      Optional<StoreRecord> now = Optional.ofNullable(found.get(ref(change).id()));
      Write write = write(run, change);
      if (now.map(record -> has(record, write.after())).orElse(false)) {
        outcomes.put(change.seq(), new Outcome.Applied());
      } else if (now.map(record -> has(record, write.before())).orElse(false)) {
        unwritten.add(change);
      } else {
        outcomes.put(change.seq(), new Outcome.Unknown(neither(now, write)));
      }
    }
    if (!unwritten.isEmpty()) {
      outcomes.putAll(send(unwritten));
    }
    return outcomes;
  }

  private Map<Integer, Outcome> send(List<Change> changes) {
    List<Write> writes = changes.stream().map(change -> write(run, change)).toList();
    List<Outcome> answers;
    try {
      answers = records.write(key(changes), writes, deadline);
    } catch (StoreException e) {
      if (e.kind() == StoreException.Kind.THROTTLED) {
        throw e;
      }
      answers = writes.stream().<Outcome>map(_ -> new Outcome.Failed(e.sentence())).toList();
    }
    if (answers.size() != writes.size()) {
      throw new IllegalStateException(
          "%d writes were answered with %d outcomes".formatted(writes.size(), answers.size()));
    }
    Map<Integer, Outcome> outcomes = new HashMap<>();
    for (int i = 0; i < answers.size(); i++) {
      outcomes.put(changes.get(i).seq(), answers.get(i));
    }
    return outcomes;
  }

  /// The same for the same changes of the same run, whichever worker sends them.
  private String key(List<Change> changes) {
    return run.id() + ":" + changes.stream().map(Change::id).collect(Collectors.joining(","));
  }

  static Write write(Run run, Change change) {
    Map<String, Value> after = run.written(change);
    Map<String, Value> before = new HashMap<>(change.before());
    before.keySet().retainAll(after.keySet());
    return new Write(ref(change), before, after);
  }

  private static RecordRef ref(Change change) {
    return Objects.requireNonNull(change.destination(), "a change that is written has a place");
  }

  private static boolean has(StoreRecord found, Map<String, Value> values) {
    return values.entrySet().stream()
        .allMatch(field -> found.value(field.getKey()).equals(field.getValue()));
  }

  private static Map<Integer, Outcome> unknown(List<Change> changes, String reason) {
    return changes.stream()
        .collect(Collectors.toMap(Change::seq, _ -> new Outcome.Unknown(reason)));
  }

  private static String neither(Optional<StoreRecord> now, Write write) {
    return now.map(found ->
            "it was sent without a clear answer; now the store has "
                + write.after().keySet().stream()
                    .sorted()
                    .map(field -> field + " " + found.value(field))
                    .collect(Collectors.joining(", "))
                + ", neither what the plan saw nor what it wanted")
        .orElse("it was sent without a clear answer, and the store does not have it any more");
  }
}
