package dev.trueup.web;

import dev.trueup.plan.Action;
import dev.trueup.plan.Change;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Which items of a run are asked for.
///
/// @param status an action, an outcome, a decision, or `all`
/// @param words what name, SKU or an id contains; empty for anything
record ItemQuery(String status, String words) {
  static final String ALL = "all";
  static final ItemQuery EVERYTHING = new ItemQuery(ALL, "");

  private static final Set<String> STATUSES = statuses();

  static ItemQuery of(Call call) {
    String status = call.query("status").orElse(ALL);
    if (!STATUSES.contains(status)) {
      throw Problem.of(400, "status is one of " + String.join(", ", STATUSES))
          .with("field", "status")
          .exception();
    }
    return new ItemQuery(status, call.query("q").orElse("").strip().toLowerCase(Locale.ROOT));
  }

  boolean takes(Line line) {
    return takesStatus(line) && takesWords(line.change());
  }

  /// What tells this list from others.
  String list(String runId) {
    return runId + "\n" + status + "\n" + words;
  }

  private boolean takesStatus(Line line) {
    return status.equals(ALL)
        || status.equals(line.change().action().code())
        || status.equals(line.outcome().orElse(""))
        || status.equals(line.decision());
  }

  private boolean takesWords(Change change) {
    return words.isEmpty()
        || Stream.of(
                change.name(),
                change.sku(),
                change.sourceId().orElse(""),
                change.destinationId().orElse(""))
            .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(words));
  }

  private static Set<String> statuses() {
    var statuses = new TreeSet<>(List.of(ALL, Line.PENDING, Line.SELECTED, Line.LEFT_OUT));
    statuses.addAll(
        List.of("applied", "alreadySo", "conflict", "refused", "failed", "unknown", Line.SKIPPED));
    for (Action action : Action.values()) {
      statuses.add(action.code());
    }
    return statuses;
  }
}
