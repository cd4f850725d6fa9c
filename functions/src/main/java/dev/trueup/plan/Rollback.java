package dev.trueup.plan;

import dev.trueup.catalog.Facets;
import dev.trueup.catalog.RecordRef;
import dev.trueup.catalog.StoreRecord;
import dev.trueup.catalog.Value;
import dev.trueup.compare.FieldDifference;
import dev.trueup.compare.Links;
import dev.trueup.store.Capabilities;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Turns what a run wrote into the plan that undoes it: each change expects what was written, and
/// restores what was there before. What has changed since stays in the plan with a note; writing it
/// ends in a conflict, because it is not what the change expects.
public final class Rollback {
  private final Rules rules;
  private final Policies policies;
  private final Capabilities destination;
  private final List<Change> changes = new ArrayList<>();
  private int zeroed;

  /// @param policies of the run that is undone
  /// @param destination what the store that is changed can do
  public Rollback(Rules rules, Policies policies, Capabilities destination) {
    this.rules = rules;
    this.policies = policies.asItIs();
    this.destination = destination;
  }

  /// Undoes one change.
  ///
  /// @param change one that was applied
  /// @param written the values that were written
  /// @param now what the store has now; empty when it has not
  public void undo(Change change, Map<String, Value> written, Optional<StoreRecord> now) {
    Map<String, Value> before = before(change);
    List<FieldDifference> fields =
        now.filter(found -> has(found, written))
            .map(found -> restoring(change, written, found))
            .orElseGet(() -> inverse(written, before));
    if (fields.isEmpty()) {
      return;
    }
    var undoing =
        new Change(
            changes.size() + 1,
            Action.UPDATE,
            change.name(),
            change.sku(),
            "rollback",
            change.source(),
            change.destination(),
            fields,
            before,
            now.map(StoreRecord::values).orElse(Map.of()),
            note(written, now));
    changes.add(undoing);
    zeroed += rules.zeroes(undoing) ? 1 : 0;
  }

  /// What the destination had before the change, field by field.
  private static Map<String, Value> before(Change change) {
    Map<String, Value> before = new HashMap<>(change.destinationValues());
    before.putAll(change.before());
    return before;
  }

  private List<FieldDifference> restoring(
      Change change, Map<String, Value> written, StoreRecord now) {
    var earlier = record(change, now.ref());
    var wanted =
        switch (rules.wanted(earlier, now, policies, destination)) {
          case Rules.Wanted.Values(Map<String, Value> values, _) -> values;
          case Rules.Wanted.Impossible(Map<String, Value> values, _) -> values;
        };
    Set<String> moved = rules.movedBy(written.keySet());
    return FieldDifference.between(
        rules.resource().fields().stream().filter(moved::contains).toList(), wanted, now.values());
  }

  private static StoreRecord record(Change change, RecordRef ref) {
    return new StoreRecord(
        ref, change.name(), change.sku(), List.of(), before(change), Facets.NONE, null);
  }

  private List<FieldDifference> inverse(Map<String, Value> written, Map<String, Value> before) {
    return rules.resource().fields().stream()
        .filter(written::containsKey)
        .map(field ->
            new FieldDifference(
                field,
                Objects.requireNonNull(written.get(field)),
                before.getOrDefault(field, Value.absent())))
        .toList();
  }

  private static boolean has(StoreRecord found, Map<String, Value> values) {
    return values.entrySet().stream()
        .allMatch(field -> found.value(field.getKey()).equals(field.getValue()));
  }

  private static String note(Map<String, Value> written, Optional<StoreRecord> now) {
    return now.map(found ->
            written.entrySet().stream()
                .filter(field -> !found.value(field.getKey()).equals(field.getValue()))
                .sorted(Map.Entry.comparingByKey())
                .map(field ->
                    "%s is %s now, %s was written"
                        .formatted(field.getKey(), found.value(field.getKey()), field.getValue()))
                .collect(Collectors.joining("; ")))
        .map(moved -> moved.isEmpty() ? "" : "it changed since and stays as it is: " + moved)
        .orElse("it is gone from the store");
  }

  /// The plan of everything that was given to [#undo].
  public Plan plan() {
    int all = changes.size();
    return new Plan(
        changes, new Tally(all, all, all, 0, 0, 0, 0, 0, 0, 0, all, 0, zeroed), Links.NONE);
  }
}
