package dev.trueup.web;

import dev.trueup.plan.Change;
import dev.trueup.plan.Policies.MissingInDestination;
import dev.trueup.plan.Policies.MissingInSource;
import dev.trueup.plan.Tally;
import dev.trueup.run.Ledger;
import dev.trueup.run.Outcomes;
import dev.trueup.run.Run;
import dev.trueup.store.Outcome;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Lines of runs, filtered, sorted and paged. The plan of a run never changes, so the one that was
/// looked at last is kept for as long as there is memory.
final class Tables {
  private static final int MOST_SORTED = 250_000;
  private static final int LAST_PLAIN_PAGE = 5;

  private final Ledger ledger;
  private final ItemPages pages;
  private SoftReference<Plan> kept = new SoftReference<>(new Plan("", List.of()));

  Tables(Ledger ledger) {
    this.ledger = ledger;
    this.pages = new ItemPages(ledger);
  }

  private record Plan(String runId, List<Change> changes) {}

  /// @throws ProblemException when the plan is too large for what is asked
  Table of(Run run, TableQuery query) {
    List<Table.Heading> tabs = headings(run);
    OptionalInt count =
        tabs.stream()
            .filter(heading -> heading.tab() == query.tab())
            .map(Table.Heading::count)
            .findFirst()
            .orElse(OptionalInt.empty());
    boolean few = query.page() <= LAST_PLAIN_PAGE && query.tab().writable();
    if (query.plain() && count.isPresent() && (few || size(run) > MOST_SORTED)) {
      return new Table(run, query, tabs, count, plain(run, query));
    }
    List<Row> rows = sorted(run, query);
    int from = Math.min((query.page() - 1) * Table.ROWS, rows.size());
    return new Table(
        run,
        query,
        tabs,
        OptionalInt.of(rows.size()),
        List.copyOf(rows.subList(from, Math.min(from + Table.ROWS, rows.size()))));
  }

  /// The places of all lines to be written that match.
  Set<Integer> matching(Run run, String words) {
    return lines(run, Tab.CHANGES, words)
        .map(line -> line.change().seq())
        .collect(Collectors.toSet());
  }

  /// The first lines in the plan's order, without reading the rest.
  private List<Row> plain(Run run, TableQuery query) {
    int skip = (query.page() - 1) * Table.ROWS;
    var rows = new ArrayList<Row>();
    var seen = new int[1];
    pages.each(
        run,
        1,
        line -> {
          if (query.tab().takes(line) && ++seen[0] > skip) {
            rows.add(new Row(line));
          }
          return rows.size() < Table.ROWS;
        });
    return rows;
  }

  private List<Row> sorted(Run run, TableQuery query) {
    List<Row> rows =
        lines(run, query.tab(), query.words())
            .map(Row::new)
            .collect(Collectors.toCollection(ArrayList::new));
    Column.of(query.sort()).ifPresent(rows::sort);
    return rows;
  }

  private Stream<Line> lines(Run run, Tab tab, String words) {
    if (size(run) > MOST_SORTED) {
      throw Problem.of(
              422,
              "this plan has more than %s lines, too many to search and sort here: download the CSV"
                  .formatted(Phrase.number(MOST_SORTED)))
          .exception();
    }
    List<Change> changes = changes(run);
    boolean decided = run.decision() != null && !changes.isEmpty();
    var outcomes =
        decided
            ? ledger.outcomes(run.id(), changes.getFirst().seq(), changes.getLast().seq())
            : Map.<Integer, Outcome>of();
    Map<Integer, String> findings = decided ? ledger.findings(run.id()) : Map.of();
    var query = new ItemQuery(ItemQuery.ALL, words);
    return changes.stream()
        .map(change ->
            new Line(
                run, change, outcomes.get(change.seq()), findings.getOrDefault(change.seq(), "")))
        .filter(tab::takes)
        .filter(query::takes);
  }

  private synchronized List<Change> changes(Run run) {
    Plan plan = kept.get();
    if (plan == null || !plan.runId().equals(run.id())) {
      try (Stream<Change> changes = ledger.changes(run.id(), 1)) {
        plan = new Plan(run.id(), changes.toList());
      }
      kept = new SoftReference<>(plan);
    }
    return plan.changes();
  }

  private static int size(Run run) {
    Tally tally = run.tally();
    return tally == null
        ? 0
        : tally.differences()
            + tally.refused()
            + tally.ambiguous()
            + tally.missingInDestination()
            + tally.missingInSource();
  }

  /// The tabs that a run has, with what is known of them without reading it.
  private List<Table.Heading> headings(Run run) {
    Tally tally = run.tally();
    if (tally == null) {
      return List.of();
    }
    var headings = new ArrayList<Table.Heading>();
    if (run.decision() != null && run.decision().approved()) {
      decided(run, tally, headings);
    } else {
      add(run, headings, Tab.CHANGES, OptionalInt.of(tally.differences()));
    }
    shown(run, tally, headings);
    return headings;
  }

  private void decided(Run run, Tally tally, List<Table.Heading> headings) {
    boolean dispatched = run.selected() > 0;
    Outcomes outcomes = run.outcomes();
    int otherwise = run.status().open() ? 0 : ledger.findings(run.id()).size();
    int problems =
        outcomes.conflict()
            + outcomes.refused()
            + outcomes.failed()
            + outcomes.unknown()
            + outcomes.skipped();
    add(
        run,
        headings,
        Tab.SELECTED,
        dispatched ? OptionalInt.of(run.selected()) : OptionalInt.empty());
    if (problems + otherwise > 0) {
      add(run, headings, Tab.PROBLEMS, OptionalInt.of(problems + otherwise));
    }
    add(
        run,
        headings,
        Tab.DONE,
        OptionalInt.of(Math.max(outcomes.applied() + outcomes.alreadySo() - otherwise, 0)));
    int left = tally.differences() - run.selected();
    if (dispatched && left > 0) {
      add(run, headings, Tab.LEFT_OUT, OptionalInt.of(left));
    }
  }

  private static void shown(Run run, Tally tally, List<Table.Heading> headings) {
    if (run.policies().missingInDestination() != MissingInDestination.IGNORE) {
      some(run, headings, Tab.MISSING_IN_DESTINATION, tally.missingInDestination());
    }
    if (run.policies().missingInSource() == MissingInSource.REPORT) {
      some(run, headings, Tab.MISSING_IN_SOURCE, tally.missingInSource());
    }
    some(run, headings, Tab.AMBIGUOUS, tally.ambiguous());
    some(run, headings, Tab.REFUSED, tally.refused());
  }

  private static void some(Run run, List<Table.Heading> headings, Tab tab, int count) {
    if (count > 0) {
      add(run, headings, tab, OptionalInt.of(count));
    }
  }

  private static void add(Run run, List<Table.Heading> headings, Tab tab, OptionalInt count) {
    headings.add(
        new Table.Heading(
            tab,
            tab.label(run.pair().sourceOfTruth().displayName(), run.destination().displayName()),
            count));
  }
}
