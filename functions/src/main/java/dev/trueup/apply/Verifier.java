package dev.trueup.apply;

import dev.trueup.catalog.RecordRef;
import dev.trueup.catalog.StoreRecord;
import dev.trueup.catalog.Value;
import dev.trueup.plan.Change;
import dev.trueup.run.Ledger;
import dev.trueup.run.Run;
import dev.trueup.store.Outcome;
import dev.trueup.store.StoreRecords;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads again what a run wrote, and says which items are not as they were written. Who changed
/// them, and when, nobody knows.
public final class Verifier {
  private static final int CHANGES_PER_READ = 1_000;

  private final Ledger ledger;
  private final InstantSource clock;

  public Verifier(Ledger ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /// Verifies from a place of the plan on.
  ///
  /// @return where to go on when the deadline came first; empty when all is verified
  public OptionalInt verify(Run run, StoreRecords records, int fromSeq, Instant deadline) {
    try (Stream<Change> changes = ledger.changes(run.id(), fromSeq)) {
      Iterator<Change> iterator = changes.iterator();
      while (iterator.hasNext()) {
        var some = new ArrayList<Change>(CHANGES_PER_READ);
        while (iterator.hasNext() && some.size() < CHANGES_PER_READ) {
          some.add(iterator.next());
        }
        verify(run, records, some);
        if (iterator.hasNext() && !clock.instant().isBefore(deadline)) {
          return OptionalInt.of(some.getLast().seq() + 1);
        }
      }
    }
    return OptionalInt.empty();
  }

  private void verify(Run run, StoreRecords records, List<Change> changes) {
    Map<Integer, Outcome> outcomes =
        ledger.outcomes(run.id(), changes.getFirst().seq(), changes.getLast().seq());
    List<Change> written =
        changes.stream().filter(change -> asPlanned(outcomes.get(change.seq()))).toList();
    if (written.isEmpty()) {
      return;
    }
    List<RecordRef> refs =
        written.stream().map(change -> Objects.requireNonNull(change.destination())).toList();
    Map<String, StoreRecord> found =
        records.some(refs).stream()
            .collect(Collectors.toMap(StoreRecord::id, Function.identity(), (a, _) -> a));
    Map<Integer, String> findings = new LinkedHashMap<>();
    for (Change change : written) {
      String finding =
          finding(
              Request.write(run, change).after(), found.get(change.destinationId().orElseThrow()));
      if (!finding.isEmpty()) {
        findings.put(change.seq(), finding);
      }
    }
    ledger.saveFindings(run.id(), findings);
  }

  private static boolean asPlanned(@Nullable Outcome outcome) {
    return outcome instanceof Outcome.Applied || outcome instanceof Outcome.AlreadySo;
  }

  private static String finding(Map<String, Value> wanted, @Nullable StoreRecord found) {
    if (found == null) {
      return "it is gone from the store";
    }
    return wanted.entrySet().stream()
        .filter(field -> !found.value(field.getKey()).equals(field.getValue()))
        .sorted(Map.Entry.comparingByKey())
        .map(field ->
            "%s is %s now, %s was written"
                .formatted(field.getKey(), found.value(field.getKey()), field.getValue()))
        .collect(Collectors.joining("; "));
  }
}
