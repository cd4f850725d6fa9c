package dev.trueup.web;

import dev.trueup.plan.Tally;
import dev.trueup.run.Run;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The page of one run, in whichever state it is.
final class RunPages {
  private final Runs runs;
  private final Tables tables;
  private final FourEyes fourEyes;
  private final InstantSource clock;

  RunPages(Runs runs, Tables tables, FourEyes fourEyes, InstantSource clock) {
    this.runs = runs;
    this.tables = tables;
    this.fourEyes = fourEyes;
    this.clock = clock;
  }

  Response show(PageCall call) {
    Run run = runs.find(call.variable("id"));
    RunScreen screen = screen(run, call.visitor(), table(run, call));
    return Html.page(
        200,
        "run",
        Map.of(
            "frame",
            new Frame(
                screen.headline(),
                run.status().open() ? run.resource() : "history",
                call.visitor(),
                screen.changing()),
            "screen",
            screen));
  }

  /// The part of the page that changes by itself; the whole page anew once that is over.
  Response live(PageCall call) {
    Run run = runs.find(call.variable("id"));
    RunScreen screen = screen(run, call.visitor(), null);
    Response piece = Html.page(200, "live", Map.of("screen", screen));
    return call.query("phase").filter(screen.phase().code()::equals).isPresent()
        ? piece
        : piece.with("HX-Refresh", "true");
  }

  Response csv(PageCall call) {
    return runs.csv(call.call());
  }

  private @Nullable Table table(Run run, PageCall call) {
    Tally tally = run.tally();
    return tally == null ? null : tables.of(run, TableQuery.of(call, first(run)));
  }

  /// What somebody wants to see first.
  private static Tab first(Run run) {
    if (run.decision() == null || !run.decision().approved()) {
      return Tab.CHANGES;
    }
    boolean problems = !run.status().open() && !(run.outcomes().clean() && run.error().isEmpty());
    return problems && run.selected() > 0 ? Tab.PROBLEMS : Tab.SELECTED;
  }

  private RunScreen screen(Run run, Visitor visitor, @Nullable Table table) {
    return new RunScreen(run, visitor, table, whyNot(run, visitor), clock.instant());
  }

  private String whyNot(Run run, Visitor visitor) {
    if (!visitor.approves()) {
      return "Your key may look and not approve: somebody with the role approver decides about"
          + " this.";
    }
    return fourEyes.allows(run, visitor)
        ? ""
        : "Two people are needed: %s asked for this, so somebody else approves it with a key of their own."
            .formatted(run.createdBy());
  }
}
