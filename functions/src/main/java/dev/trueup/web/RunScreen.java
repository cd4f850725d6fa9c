package dev.trueup.web;

import dev.trueup.plan.Guard;
import dev.trueup.plan.Tally;
import dev.trueup.run.Outcomes;
import dev.trueup.run.Run;
import dev.trueup.run.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A run as its page shows it.
///
/// @param table null as long as there is no plan
/// @param whyNot why the visitor may not approve it; empty when they may
record RunScreen(Run run, Visitor visitor, @Nullable Table table, String whyNot, Instant now) {
  enum Phase {
    COMPARING,
    REVIEW,
    WORKING,
    DONE;

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// One number of the summary.
  record Figure(String label, int count, String tone) {}

  String path() {
    return visitor.path(run.id());
  }

  String source() {
    return run.pair().sourceOfTruth().displayName();
  }

  String destination() {
    return run.destination().displayName();
  }

  Phase phase() {
    return switch (run.status()) {
      case COMPARING -> Phase.COMPARING;
      case AWAITING_APPROVAL -> run.decision() == null ? Phase.REVIEW : Phase.WORKING;
      case APPLYING, PAUSED, VERIFYING -> Phase.WORKING;
      case IN_SYNC, SUCCEEDED, COMPLETED_WITH_ERRORS, REJECTED, EXPIRED, CANCELLED, FAILED ->
          Phase.DONE;
    };
  }

  boolean changing() {
    return phase() == Phase.COMPARING || phase() == Phase.WORKING;
  }

  Table lines() {
    return Objects.requireNonNull(table);
  }

  List<Figure> figures() {
    Tally tally = run.tally();
    if (tally == null) {
      return List.of();
    }
    return List.of(
        new Figure("read from " + source(), tally.sourceRead(), ""),
        new Figure("read from " + destination(), tally.destinationRead(), ""),
        new Figure("matched", tally.matched(), ""),
        new Figure(
            tally.differences() == 1 ? "difference" : "differences",
            tally.differences(),
            "strong"));
  }

  List<Figure> outcomes() {
    Outcomes outcomes = run.outcomes();
    var figures = new ArrayList<Figure>();
    figures.add(new Figure("applied", outcomes.applied(), "good"));
    figures.add(new Figure("already so", outcomes.alreadySo(), "good"));
    figures.add(new Figure("conflict", outcomes.conflict(), "warn"));
    figures.add(new Figure("refused", outcomes.refused(), "bad"));
    figures.add(new Figure("failed", outcomes.failed(), "bad"));
    figures.add(new Figure("unknown", outcomes.unknown(), "warn"));
    figures.add(new Figure("skipped", outcomes.skipped(), "quiet"));
    figures.removeIf(figure -> figure.count() == 0 && !figure.label().equals("applied"));
    return figures;
  }

  boolean approved() {
    return run.decision() != null && run.decision().approved();
  }

  boolean mayPause() {
    return visitor.operates() && run.status() == RunStatus.APPLYING && !run.cancelRequested();
  }

  boolean mayResume() {
    return !visitor.byLink()
        && visitor.approves()
        && run.status() == RunStatus.PAUSED
        && !run.cancelRequested();
  }

  boolean mayCancel() {
    return visitor.operates() && run.status().open() && !run.cancelRequested();
  }

  /// How long it took, or takes so far.
  String age() {
    Instant end = run.closedAt() == null ? now : run.closedAt();
    return Phrase.length(Duration.between(run.createdAt(), end));
  }

  List<Guard> tripped() {
    return run.guards().stream().filter(Guard::tripped).toList();
  }

  /// What the page says first.
  String headline() {
    return switch (run.status()) {
      case COMPARING -> "Comparing the stores";
      case AWAITING_APPROVAL -> run.decision() == null ? review() : "Starting";
      case APPLYING -> run.cancelRequested() ? "Stopping" : "Syncing to " + destination();
      case PAUSED -> "Paused";
      case VERIFYING -> "Checking what was written";
      case IN_SYNC -> "The stores are in sync";
      case SUCCEEDED -> "Done, and checked";
      case COMPLETED_WITH_ERRORS -> "Done, with problems";
      case REJECTED -> "Rejected, nothing was changed";
      case EXPIRED -> "Expired, nothing was changed";
      case CANCELLED ->
          run.outcomes().applied() == 0 ? "Cancelled, nothing was changed" : "Cancelled on the way";
      case FAILED ->
          run.outcomes().applied() == 0 ? "Failed, nothing was changed" : "Failed on the way";
    };
  }

  private String review() {
    Tally tally = run.tally();
    int differences = tally == null ? 0 : tally.differences();
    return differences == 0
        ? "Nothing to change in " + destination()
        : "%s to change in %s".formatted(Phrase.items(differences), destination());
  }
}
