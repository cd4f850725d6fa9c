package dev.trueup.web;

import dev.trueup.plan.Change;
import dev.trueup.run.Ledger;
import dev.trueup.run.Run;
import dev.trueup.store.Outcome;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the lines of runs.
final class ItemPages {
  private static final int CHANGES_AT_ONCE = 500;
  private static final int MOST_LOOKED_AT = 20_000;

  private final Ledger ledger;

  ItemPages(Ledger ledger) {
    this.ledger = ledger;
  }

  /// Some lines, in the order of the plan.
  ///
  /// @param next where to read on, or null at the end
  record Page(List<Line> lines, @Nullable String next) {}

  /// A page may hold less than its limit, and still have a next one, when few lines are what is
  /// asked for.
  Page page(Run run, ItemQuery query, Optional<String> cursor, int limit) {
    String list = query.list(run.id());
    int from = cursor.map(given -> place(list, given)).orElse(1);
    var lines = new ArrayList<Line>();
    Optional<Integer> rest =
        each(
            run,
            from,
            line -> {
              if (lines.size() == limit || line.change().seq() >= from + MOST_LOOKED_AT) {
                return false;
              }
              if (query.takes(line)) {
                lines.add(line);
              }
              return true;
            });
    return new Page(
        lines, rest.map(place -> Cursor.of(list, Integer.toString(place))).orElse(null));
  }

  /// Walks over all lines of a run.
  void all(Run run, Consumer<Line> reader) {
    each(
        run,
        1,
        line -> {
          reader.accept(line);
          return true;
        });
  }

  /// Walks over the lines of a run from a place on, as long as `more` wants.
  ///
  /// @return the place of the line that was not wanted any more; empty when all were
  Optional<Integer> each(Run run, int from, Predicate<Line> more) {
    Map<Integer, String> findings = run.decision() == null ? Map.of() : ledger.findings(run.id());
    try (Stream<Change> changes = ledger.changes(run.id(), from)) {
      Iterator<Change> iterator = changes.iterator();
      while (iterator.hasNext()) {
        var some = new ArrayList<Change>(CHANGES_AT_ONCE);
        while (iterator.hasNext() && some.size() < CHANGES_AT_ONCE) {
          some.add(iterator.next());
        }
        Map<Integer, Outcome> outcomes =
            run.decision() == null
                ? Map.of()
                : ledger.outcomes(run.id(), some.getFirst().seq(), some.getLast().seq());
        for (Change change : some) {
          var line =
              new Line(
                  run, change, outcomes.get(change.seq()), findings.getOrDefault(change.seq(), ""));
          if (!more.test(line)) {
            return Optional.of(change.seq());
          }
        }
      }
    }
    return Optional.empty();
  }

  private static int place(String list, String cursor) {
    String place = Cursor.place(list, cursor);
    if (!place.matches("[1-9]\\d{0,8}")) {
      throw Cursor.unknown();
    }
    return Integer.parseInt(place);
  }
}
