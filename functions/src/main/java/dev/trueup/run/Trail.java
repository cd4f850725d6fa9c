package dev.trueup.run;

import static java.util.stream.Collectors.joining;

import dev.trueup.plan.Guard;
import dev.trueup.plan.Selection;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// Tells the audit trail what happens to runs. What happens once in the life of a run is told again
/// when its first telling may have failed, and kept once.
public final class Trail {
  private static final String WORKFLOW = "workflow";

  private final Ledger ledger;
  private final InstantSource clock;

  public Trail(Ledger ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  void opened(Run run) {
    String rollback = run.rollbackOf() == null ? "" : ", to undo run " + run.rollbackOf();
    once(
        run,
        Audit.What.OPENED,
        "",
        run.createdBy(),
        "%s, %s is right%s"
            .formatted(run.resource(), run.pair().sourceOfTruth().displayName(), rollback));
  }

  void planned(Run run) {
    int differences = run.tally() == null ? 0 : run.tally().differences();
    String tripped = run.blocking().stream().map(Guard::name).collect(joining(", "));
    once(
        run,
        Audit.What.PLANNED,
        digest(run),
        WORKFLOW,
        "%d changes to approve%s"
            .formatted(differences, tripped.isEmpty() ? "" : ", stopped by " + tripped));
  }

  /// Who approved or rejected, if somebody did.
  void decided(Run run) {
    Decision decision = run.decision();
    if (decision == null) {
      return;
    }
    for (Guard guard : run.guards()) {
      if (guard.overriddenBy() != null) {
        once(
            run,
            Audit.What.OVERRIDDEN,
            guard.name(),
            guard.overriddenBy(),
            guard.name() + ": " + decision.note());
      }
    }
    once(
        run,
        decision.approved() ? Audit.What.APPROVED : Audit.What.REJECTED,
        decision.digest(),
        decision.by(),
        decision.approved() ? selected(decision) : decision.note());
  }

  private static String selected(Decision decision) {
    String selection =
        switch (decision.selection()) {
          case Selection.All _ -> "all";
          case Selection.Include(var seqs) -> seqs.size() + " listed";
          case Selection.Exclude(var seqs) -> "all but " + seqs.size();
        };
    return decision.note().isEmpty() ? selection : selection + ": " + decision.note();
  }

  void cancelled(Run run, String by, String note) {
    once(run, Audit.What.CANCELLED, "", by, note);
  }

  void paused(Run run, String by) {
    again(run, Audit.What.PAUSED, by, "");
  }

  void resumed(Run run, String by) {
    again(run, Audit.What.RESUMED, by, "");
  }

  void refused(Run run, String by, RefusalException why) {
    again(run, Audit.What.REFUSED, by, String.valueOf(why.getMessage()));
  }

  /// A batch whose every change has an outcome.
  public void settled(Run run, int number) {
    Batch batch = ledger.batch(run.id(), number);
    var outcomes = ledger.outcomes(run.id(), batch.first(), batch.last()).values();
    once(
        run,
        Audit.What.BATCH_SETTLED,
        Integer.toString(number),
        WORKFLOW,
        "batch %d: %s".formatted(number, counts(Outcomes.of(outcomes))));
  }

  void closed(Run run) {
    String error = run.error().isEmpty() ? "" : ": " + run.error();
    once(
        run,
        Audit.What.CLOSED,
        "",
        WORKFLOW,
        run.status().code() + ", " + counts(run.outcomes()) + error);
  }

  private static String counts(Outcomes outcomes) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("applied", outcomes.applied());
    counts.put("already so", outcomes.alreadySo());
    counts.put("conflict", outcomes.conflict());
    counts.put("refused", outcomes.refused());
    counts.put("failed", outcomes.failed());
    counts.put("unknown", outcomes.unknown());
    counts.put("skipped", outcomes.skipped());
    String some =
        counts.entrySet().stream()
            .filter(count -> count.getValue() > 0)
            .map(count -> count.getValue() + " " + count.getKey())
            .collect(joining(", "));
    return some.isEmpty() ? "nothing written" : some;
  }

  private void once(Run run, Audit.What what, String which, String by, String detail) {
    String key = run.id() + "/" + what.code() + (which.isEmpty() ? "" : "/" + which);
    append(run, key, what, by, detail);
  }

  private void again(Run run, Audit.What what, String by, String detail) {
    append(run, run.id() + "/" + what.code() + "/" + clock.instant(), what, by, detail);
  }

  private void append(Run run, String key, Audit.What what, String by, String detail) {
    ledger
        .audit()
        .append(
            run.pair().key(),
            new Audit.Fact(key, clock.instant(), by, what, run.id(), digest(run), detail));
  }

  private static String digest(Run run) {
    return Objects.requireNonNullElse(run.digest(), "");
  }
}
