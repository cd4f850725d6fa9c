package dev.trueup.web;

import dev.trueup.catalog.Inventory;
import dev.trueup.run.Run;
import java.util.List;
import java.util.OptionalInt;

/// A page of the lines of a run.
///
/// @param found how many lines there are in all on this tab that match; empty when nobody counted
/// @param tabs with how many lines each has
record Table(Run run, TableQuery query, List<Heading> tabs, OptionalInt found, List<Row> rows) {
  static final int ROWS = 100;

  /// A tab and how many lines are on it, where that is known.
  record Heading(Tab tab, String label, OptionalInt count) {}

  int pages() {
    return Math.max((found.orElse(0) + ROWS - 1) / ROWS, 1);
  }

  int first() {
    return rows.isEmpty() ? 0 : (query.page() - 1) * ROWS + 1;
  }

  int last() {
    return (query.page() - 1) * ROWS + rows.size();
  }

  /// Whether somebody may still choose from it.
  boolean choosing() {
    return run.decision() == null && run.status().open() && query.tab() == Tab.CHANGES;
  }

  boolean inventory() {
    return run.resource().equals(Inventory.RESOURCE.name());
  }

  /// Whether lines have an end of their own.
  boolean ended() {
    return run.decision() != null && run.decision().approved() && query.tab().writable();
  }

  /// Whether some line has something to say.
  boolean remarks() {
    return rows.stream().anyMatch(row -> !row.remark().isEmpty());
  }

  /// The download of the same lines.
  String csv(String path) {
    return path
        + "/items.csv"
        + (query.words().isEmpty()
            ? ""
            : new TableQuery(Tab.CHANGES, query.words(), "", 1).text().replace("tab=changes&", ""));
  }
}
