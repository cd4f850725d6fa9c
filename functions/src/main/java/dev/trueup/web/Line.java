package dev.trueup.web;

import dev.trueup.plan.Action;
import dev.trueup.plan.Change;
import dev.trueup.run.Decision;
import dev.trueup.run.Run;
import dev.trueup.run.RunStatus;
import dev.trueup.store.Outcome;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One change of a run, with what was decided about it and what became of it.
///
/// @param known its outcome, or null when it has none yet
/// @param finding how it was found when it was verified; empty when it was as written, or not
///   looked at
record Line(Run run, Change change, @Nullable Outcome known, String finding) {
  static final String PENDING = "pending";
  static final String SELECTED = "selected";
  static final String LEFT_OUT = "left-out";
  static final String NONE = "none";
  static final String SKIPPED = "skipped";

  /// Whether somebody approved it: `none` for what cannot be written.
  String decision() {
    Decision decision = run.decision();
    if (!change.action().writable()) {
      return NONE;
    }
    if (decision != null) {
      return decision.approved() && decision.selection().takes(change) && !keptWhole()
          ? SELECTED
          : LEFT_OUT;
    }
    return run.status().open() ? PENDING : LEFT_OUT;
  }

  Optional<String> outcome() {
    if (known != null) {
      return Optional.of(known.word());
    }
    return skipped() ? Optional.of(SKIPPED) : Optional.empty();
  }

  /// Why it is not as the plan wanted; empty when it is, or when nobody tried yet.
  String error() {
    if (known != null) {
      return known.error().isEmpty() ? finding : known.error();
    }
    if (skipped()) {
      return "it was not tried: the run "
          + (run.status() == RunStatus.CANCELLED ? "was cancelled" : "is " + run.status().code());
    }
    return hopeless() ? change.note() : "";
  }

  /// Whether the destination is as the source wants it.
  boolean done() {
    return known instanceof Outcome.Applied
        || known instanceof Outcome.AlreadySo
        || change.action() == Action.IN_SYNC;
  }

  /// The fields that a reviewer chose to leave as they are.
  Set<String> kept() {
    Decision decision = run.decision();
    return decision == null ? Set.of() : decision.kept().getOrDefault(change.seq(), Set.of());
  }

  private boolean keptWhole() {
    return !change.fields().isEmpty() && kept().containsAll(change.after().keySet());
  }

  private boolean skipped() {
    return !run.status().open() && decision().equals(SELECTED);
  }

  private boolean hopeless() {
    return change.action() == Action.REFUSED || change.action() == Action.AMBIGUOUS;
  }
}
