package dev.trueup.run;

import static java.util.stream.Collectors.joining;

import dev.trueup.plan.Change;
import dev.trueup.plan.Guard;
import dev.trueup.plan.Policies;
import dev.trueup.plan.Selection;
import dev.trueup.plan.Tally;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether an approval fits the run it is for.
final class ApprovalCheck {
  private static final int SHOWN_IDS = 5;

  private final Run run;
  private final Approval approval;

  ApprovalCheck(Run run, Approval approval) {
    this.run = run;
    this.approval = approval;
  }

  void digest() {
    if (!approval.digest().equals(run.digest())) {
      throw RefusalException.conflict(
          "the digest is not the one of run "
              + run.id()
              + ": the plan that was looked at is another one. Look at this run's items again, or"
              + " compare again");
    }
  }

  void guards() {
    Set<String> known = run.guards().stream().map(Guard::name).collect(Collectors.toSet());
    for (String name : approval.overrideGuards()) {
      if (!known.contains(name)) {
        throw RefusalException.invalid(
            "overrideGuards",
            "run %s has no guard '%s': its guards are %s"
                .formatted(run.id(), name, known.stream().sorted().collect(joining(", "))));
      }
    }
    if (!approval.overrideGuards().isEmpty() && approval.note().isBlank()) {
      throw RefusalException.invalid(
          "note", "overriding a guard needs a note that says why it is right this time");
    }
    List<Guard> blocking =
        run.blocking().stream()
            .filter(guard -> !approval.overrideGuards().contains(guard.name()))
            .toList();
    if (!blocking.isEmpty()) {
      throw RefusalException.conflict(stopped(blocking));
    }
  }

  private static String stopped(List<Guard> blocking) {
    String measured =
        blocking.stream()
            .map(guard ->
                "%s (%s; measured %s, limit %s)"
                    .formatted(
                        guard.name(),
                        guard.sentence(),
                        guard.value().toPlainString(),
                        guard.limit().toPlainString()))
            .collect(joining(", "));
    return "the plan is stopped by "
        + measured
        + ". If it is right all the same, approve it with \"overrideGuards\": ["
        + blocking.stream().map(guard -> "\"" + guard.name() + "\"").collect(joining(", "))
        + "] and a \"note\" that says why";
  }

  /// Looks at what the approval names in the plan.
  void selection(Ledger ledger) {
    if (!approval.kept().isEmpty()
        && run.policies().conflictStrategy() != Policies.ConflictStrategy.CHOOSE) {
      throw RefusalException.invalid(
          "choices", "choices are for runs whose conflictStrategy is 'choose'");
    }
    Map<Integer, Change> found = find(ledger, mentioned());
    exist("select", listed(), found);
    exist("choices", approval.kept().keySet(), found);
    if (approval.selection() instanceof Selection.Include(Set<Integer> seqs)) {
      refuse(
          "select",
          seqs.stream().filter(seq -> !writable(found, seq)).toList(),
          "of the plan cannot be written: leave out");
    }
    approval.kept().forEach((seq, fields) -> keeps(found, seq, fields));
    if (selected(found) <= 0) {
      throw RefusalException.invalid(
          "select", "the selection is empty: nothing of it would be written");
    }
  }

  private Set<Integer> mentioned() {
    var all = new HashSet<>(listed());
    all.addAll(approval.kept().keySet());
    return all;
  }

  private Set<Integer> listed() {
    return switch (approval.selection()) {
      case Selection.All _ -> Set.of();
      case Selection.Include(Set<Integer> seqs) -> seqs;
      case Selection.Exclude(Set<Integer> seqs) -> seqs;
    };
  }

  private Map<Integer, Change> find(Ledger ledger, Set<Integer> seqs) {
    var found = new HashMap<Integer, Change>();
    if (seqs.isEmpty()) {
      return found;
    }
    int first = seqs.stream().min(Integer::compare).orElseThrow();
    int last = seqs.stream().max(Integer::compare).orElseThrow();
    try (var changes = ledger.changes(run.id(), first)) {
      changes
          .takeWhile(change -> change.seq() <= last)
          .filter(change -> seqs.contains(change.seq()))
          .forEach(change -> found.put(change.seq(), change));
    }
    return found;
  }

  private static void exist(String field, Collection<Integer> seqs, Map<Integer, Change> found) {
    refuse(
        field,
        seqs.stream().filter(seq -> !found.containsKey(seq)).toList(),
        "not in the plan: there is no");
  }

  private static boolean writable(Map<Integer, Change> found, int seq) {
    Change change = found.get(seq);
    return change != null && change.action().writable();
  }

  private static void refuse(String field, List<Integer> seqs, String why) {
    if (!seqs.isEmpty()) {
      String some =
          seqs.stream().sorted().limit(SHOWN_IDS).map(String::valueOf).collect(joining(", "));
      throw RefusalException.invalid(
          field,
          "%d of the ids %s %s%s"
              .formatted(seqs.size(), why, some, seqs.size() > SHOWN_IDS ? ", …" : ""));
    }
  }

  private static void keeps(Map<Integer, Change> found, int seq, Set<String> fields) {
    Change change = found.get(seq);
    for (String field : fields) {
      if (change != null && !change.after().containsKey(field)) {
        throw RefusalException.invalid(
            "choices." + seq + "." + field,
            "item %d does not change '%s': it changes %s"
                .formatted(seq, field, String.join(", ", change.after().keySet())));
      }
    }
  }

  /// How many changes are left to write.
  private long selected(Map<Integer, Change> found) {
    Tally tally = run.tally();
    int differences = tally == null ? 0 : tally.differences();
    long taken =
        switch (approval.selection()) {
          case Selection.All _ -> differences;
          case Selection.Include(Set<Integer> seqs) -> seqs.size();
          case Selection.Exclude(Set<Integer> seqs) ->
              differences - seqs.stream().filter(seq -> writable(found, seq)).count();
        };
    return taken - found.values().stream().filter(this::keptWhole).count();
  }

  private boolean keptWhole(Change change) {
    return approval.selection().takes(change)
        && approval
            .kept()
            .getOrDefault(change.seq(), Set.of())
            .containsAll(change.after().keySet());
  }
}
