package dev.trueup.web;

import dev.trueup.plan.Selection;
import dev.trueup.run.Approval;
import dev.trueup.run.Decisions;
import dev.trueup.run.Run;
import dev.trueup.run.Stores;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/// What people decide about a run on its page. Asking to confirm decides nothing.
final class DecisionPages {
  private static final int LONGEST_NOTE = 2_000;
  private static final int LONGEST_DIGEST = 100;

  private final Runs runs;
  private final Decisions decisions;
  private final Tables tables;
  private final Stores stores;
  private final Resources resources;
  private final FourEyes fourEyes;

  DecisionPages(
      Runs runs,
      Decisions decisions,
      Tables tables,
      Stores stores,
      Resources resources,
      FourEyes fourEyes) {
    this.runs = runs;
    this.decisions = decisions;
    this.tables = tables;
    this.stores = stores;
    this.resources = resources;
    this.fourEyes = fourEyes;
  }

  Response confirm(PageCall call) {
    Run run = runs.find(call.variable("id"));
    Choice choice = Choice.of(call.form());
    int count = Choice.size(choice.selection(run, tables), run);
    var question =
        new Confirmation(
            run, call.visitor(), choice, count, atLeast(run, count), whyNot(run, call.visitor()));
    return call.wantsPiece()
        ? Html.page(200, "confirm", Map.of("question", question))
        : Html.page(
            200,
            "confirmpage",
            Map.of(
                "frame",
                new Frame("Sync " + Phrase.items(count), run.resource(), call.visitor(), false),
                "question",
                question));
  }

  Response approve(PageCall call) {
    Run run = runs.find(call.variable("id"));
    fourEyes.check(run, call.visitor());
    Selection selection = Choice.of(call.form()).selection(run, tables);
    decisions.approve(
        run.id(),
        new Approval(
            call.form().text("digest", LONGEST_DIGEST),
            selection,
            Map.of(),
            Set.copyOf(call.form().all("override")),
            note(call),
            call.visitor().name()));
    return back(call, run);
  }

  Response reject(PageCall call) {
    Run run = runs.find(call.variable("id"));
    decisions.reject(
        run.id(), call.form().text("digest", LONGEST_DIGEST), call.visitor().name(), note(call));
    return back(call, run);
  }

  Response cancel(PageCall call) {
    Run run = runs.find(call.variable("id"));
    decisions.cancel(run.id(), call.visitor().name(), note(call));
    return back(call, run);
  }

  Response pause(PageCall call) {
    Run run = runs.find(call.variable("id"));
    decisions.pause(run.id(), call.visitor().name());
    return back(call, run);
  }

  Response resume(PageCall call) {
    Run run = runs.find(call.variable("id"));
    decisions.resume(run.id(), call.visitor().name());
    return back(call, run);
  }

  private static String note(PageCall call) {
    return call.form().text("note", LONGEST_NOTE);
  }

  private static Response back(PageCall call, Run run) {
    return Html.to(call.visitor().path(run.id()));
  }

  private Duration atLeast(Run run, int count) {
    int perSecond =
        stores
            .destination(run.pair(), resources.of(run), run.policies())
            .capabilities()
            .itemsPerSecond();
    return Duration.ofSeconds((count + perSecond - 1) / perSecond);
  }

  private String whyNot(Run run, Visitor visitor) {
    if (!visitor.approves()) {
      return "This needs the role approver.";
    }
    return fourEyes.allows(run, visitor)
        ? ""
        : "Two people are needed: %s asked for this, so somebody else approves it with a key of their own."
            .formatted(run.createdBy());
  }
}
