package dev.trueup.web;

import dev.trueup.plan.Selection;
import dev.trueup.run.Approval;
import dev.trueup.run.Decisions;
import dev.trueup.run.Run;
import dev.trueup.run.RunOpening;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// `POST /api/runs/{id}/…`: what people decide about a run.
final class Deciding {
  private static final int LONGEST_NOTE = 2_000;
  private static final int LONGEST_WORD = 100;
  private static final int MOST_GUARDS = 20;
  private static final int MOST_IDS = 100_000;
  private static final int MOST_CHOICES = 2_000;

  private enum Choice {
    SOURCE,
    DESTINATION
  }

  private final Decisions decisions;
  private final RunOpening opening;
  private final Runs runs;
  private final FourEyes fourEyes;

  Deciding(Decisions decisions, RunOpening opening, Runs runs, FourEyes fourEyes) {
    this.fourEyes = fourEyes;
    this.opening = opening;
    this.decisions = decisions;
    this.runs = runs;
  }

  Response approve(Call call) {
    String runId = run(call);
    fourEyes.check(runs.find(runId), call.who());
    JsonObject body = call.body();
    String digest =
        body.text("digest", LONGEST_WORD)
            .orElseThrow(
                () -> body.missing("digest", "is the digest of the run that was looked at"));
    Selection selection = selection(body);
    Map<Integer, Set<String>> kept = body.object("choices", Deciding::kept).orElse(Map.of());
    Set<String> guards = guards(body);
    String note = note(body);
    body.end();
    return answer(
        decisions.approve(runId, new Approval(digest, selection, kept, guards, note, call.who())));
  }

  Response reject(Call call) {
    String runId = run(call);
    JsonObject body = call.body();
    String digest = body.text("digest", LONGEST_WORD).orElse("");
    String note = note(body);
    body.end();
    return answer(decisions.reject(runId, digest, call.who(), note));
  }

  Response cancel(Call call) {
    String runId = run(call);
    JsonObject body = call.body();
    String note = note(body);
    body.end();
    return answer(decisions.cancel(runId, call.who(), note));
  }

  Response pause(Call call) {
    String runId = run(call);
    call.body().end();
    return answer(decisions.pause(runId, call.who()));
  }

  /// Opens a run that undoes this one.
  Response rollback(Call call) {
    String runId = run(call);
    call.body().end();
    Run rollback = opening.rollback(runId, call.who());
    return Response.json(202, RunView.of(rollback)).with("Location", RunView.self(rollback));
  }

  Response resume(Call call) {
    String runId = run(call);
    call.body().end();
    return answer(decisions.resume(runId, call.who()));
  }

  private String run(Call call) {
    call.knows();
    return runs.find(call.variable("id")).id();
  }

  private static Response answer(Run run) {
    return Response.json(200, RunView.of(run));
  }

  /// The guards that shall not stop the plan.
  static Set<String> guards(JsonObject body) {
    return Set.copyOf(body.words("overrideGuards", MOST_GUARDS, LONGEST_WORD).orElse(List.of()));
  }

  static String note(JsonObject body) {
    return body.text("note", LONGEST_NOTE).orElse("");
  }

  private static Selection selection(JsonObject body) {
    if (body.isWord("select", "all")) {
      return new Selection.All();
    }
    String shape = "is \"all\", {\"include\": [ids]} or {\"exclude\": [ids]}";
    if (body.has("select") && !body.isObject("select")) {
      throw body.wrong("select", shape);
    }
    return body.object("select", select -> listed(select, body, shape))
        .orElseThrow(() -> body.missing("select", shape));
  }

  private static Selection listed(JsonObject select, JsonObject body, String shape) {
    Optional<Set<Integer>> include = ids(select, "include");
    Optional<Set<Integer>> exclude = ids(select, "exclude");
    if (include.isPresent() == exclude.isPresent()) {
      select.end();
      throw body.wrong("select", shape);
    }
    return include
        .<Selection>map(Selection.Include::new)
        .orElseGet(() -> new Selection.Exclude(exclude.orElseThrow()));
  }

  private static Optional<Set<Integer>> ids(JsonObject select, String key) {
    return select
        .words(key, MOST_IDS, LONGEST_WORD)
        .map(ids ->
            ids.stream()
                .map(id -> place(id).orElseThrow(() -> unknown("select." + key, id)))
                .collect(Collectors.toSet()));
  }

  private static Map<Integer, Set<String>> kept(JsonObject choices) {
    Map<Integer, Set<String>> kept = new HashMap<>();
    for (String id : choices.keys(MOST_CHOICES)) {
      int place = place(id).orElseThrow(() -> unknown("choices", id));
      choices
          .object(id, Deciding::keptFields)
          .filter(fields -> !fields.isEmpty())
          .ifPresent(fields -> kept.put(place, fields));
    }
    return kept;
  }

  private static Set<String> keptFields(JsonObject choices) {
    var kept = new LinkedHashSet<String>();
    for (String field : choices.keys(MOST_CHOICES)) {
      if (choices.choice(field, Choice.class).orElseThrow() == Choice.DESTINATION) {
        kept.add(field);
      }
    }
    return kept;
  }

  private static Optional<Integer> place(String id) {
    return id.matches("[1-9]\\d{0,8}") ? Optional.of(Integer.parseInt(id)) : Optional.empty();
  }

  private static ProblemException unknown(String field, String id) {
    return Problem.unprocessable(
        field, "there is no item '" + JsonObject.shortened(id) + "' in this run");
  }
}
