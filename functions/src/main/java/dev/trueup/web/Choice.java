package dev.trueup.web;

import dev.trueup.plan.Selection;
import dev.trueup.plan.Tally;
import dev.trueup.run.Run;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/// What somebody ticked in the table: some lines, or everything that matches but some.
///
/// @param items the lines ticked, or the lines left out of everything that matches
/// @param words what narrows everything
record Choice(boolean matching, Set<Integer> items, String words) {
  private static final int LONGEST_WORDS = 200;

  static Choice of(Form form) {
    boolean matching = form.is("select", "matching");
    return new Choice(
        matching,
        form.places(matching ? "except" : "item"),
        TableQuery.words(form.text("q", LONGEST_WORDS)));
  }

  /// The lines in one text, as a form field has it.
  String list() {
    return items.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
  }

  Selection selection(Run run, Tables tables) {
    if (!matching) {
      return new Selection.Include(items);
    }
    if (words.isEmpty()) {
      return items.isEmpty() ? new Selection.All() : new Selection.Exclude(items);
    }
    var places = new HashSet<>(tables.matching(run, words));
    places.removeAll(items);
    return new Selection.Include(places);
  }

  static int size(Selection selection, Run run) {
    Tally tally = run.tally();
    int all = tally == null ? 0 : tally.differences();
    return switch (selection) {
      case Selection.All _ -> all;
      case Selection.Include(Set<Integer> seqs) -> seqs.size();
      case Selection.Exclude(Set<Integer> seqs) -> Math.max(all - seqs.size(), 0);
    };
  }
}
