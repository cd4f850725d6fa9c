package dev.trueup.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trueup.catalog.Platform;
import dev.trueup.plan.Filter;
import dev.trueup.plan.Policies;
import dev.trueup.plan.Rules;
import dev.trueup.plan.Selection;
import dev.trueup.run.Approval;
import dev.trueup.run.Decisions;
import dev.trueup.run.Run;
import dev.trueup.run.RunOpening;
import dev.trueup.run.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/// `POST /api/{resource}/sync`: writes the products an approver names, of a run that waits for
/// approval or of one made for them alone, and answers with what became of each.
final class Sync implements Route.Handler {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(25);
  private static final int LONGEST_ID = 40;

  private final Resources resources;
  private final PolicyReader policies;
  private final RunOpening opening;
  private final Decisions decisions;
  private final Runs runs;
  private final RunWatch watch;
  private final ItemPages pages;
  private final InstantSource clock;
  private final FourEyes fourEyes;

  Sync(
      Resources resources,
      PolicyReader policies,
      RunOpening opening,
      Decisions decisions,
      Runs runs,
      RunWatch watch,
      ItemPages pages,
      InstantSource clock,
      FourEyes fourEyes) {
    this.resources = resources;
    this.policies = policies;
    this.opening = opening;
    this.decisions = decisions;
    this.runs = runs;
    this.watch = watch;
    this.pages = pages;
    this.clock = clock;
    this.fourEyes = fourEyes;
  }

  @Override
  public Response answer(Call call) {
    call.knows();
    Instant end = clock.instant().plus(LONGEST_WAIT);
    Rules rules = resources.of(call);
    JsonObject body = call.body();
    Platform source = Resources.sourceOfTruth(body);
    List<String> products = PolicyReader.products(body);
    return body.has("runId")
        ? part(call, rules, body, source, products, end)
        : own(call, rules, body, source, products, end);
  }

  /// Makes a run for these products alone.
  private Response own(
      Call call,
      Rules rules,
      JsonObject body,
      Platform source,
      List<String> products,
      Instant end) {
    fourEyes.checkOwn(call.who());
    if (body.has("filter")) {
      throw body.wrong("filter", "is not for a sync: products says what it is about");
    }
    Policies asked =
        policies
            .read(body)
            .withFilter(new Filter(products, products, List.of(), List.of(), List.of()));
    boolean replace = body.flag("replace").orElse(false);
    body.end();
    Run run =
        opening.open(new RunOpening.Wish(rules, source, asked, true, replace, false, call.who()));
    return finished(end, run, products, new SyncResults(pages)::ofOwn);
  }

  /// Approves these products of a run.
  private Response part(
      Call call,
      Rules rules,
      JsonObject body,
      Platform source,
      List<String> products,
      Instant end) {
    String runId = body.text("runId", LONGEST_ID).orElseThrow();
    Set<String> guards = Deciding.guards(body);
    String note = Deciding.note(body);
    for (String policy : PolicyReader.KEYS) {
      if (body.has(policy)) {
        throw body.wrong(policy, "was said when the run was made: leave it out");
      }
    }
    body.end();
    Run run = about(runs.find(runId), rules, source);
    fourEyes.check(run, call.who());
    var results = new SyncResults(pages);
    Set<Integer> seqs = writable(run, products);
    if (seqs.isEmpty()) {
      return done(run, results.ofPart(run, products));
    }
    Run approved =
        decisions.approve(
            runId,
            new Approval(
                Objects.requireNonNullElse(run.digest(), ""),
                new Selection.Include(seqs),
                Map.of(),
                guards,
                note,
                call.who()));
    return finished(end, approved, products, results::ofPart);
  }

  private static Run about(Run run, Rules rules, Platform source) {
    if (run.resource().equals(rules.resource().name()) && run.pair().sourceOfTruth() == source) {
      return run;
    }
    throw Problem.of(
            409,
            "run %s is about %s with %s as source of truth"
                .formatted(run.id(), run.resource(), run.pair().sourceOfTruth().code()))
        .with("field", "runId")
        .exception();
  }

  private Set<Integer> writable(Run run, List<String> products) {
    var named = new Named(products);
    pages.all(run, named::add);
    return products.stream()
        .flatMap(product -> named.best(product).stream())
        .filter(line -> line.change().action().writable())
        .map(line -> line.change().seq())
        .collect(Collectors.toSet());
  }

  private Response finished(
      Instant end,
      Run run,
      List<String> products,
      BiFunction<Run, List<String>, ArrayNode> results) {
    Run now = watch.until(end, run, Sync::stopped);
    return now.status().open() ? Compare.accepted(now) : done(now, results.apply(now, products));
  }

  /// Closed, or waiting for a person after all.
  private static boolean stopped(Run run) {
    return !run.status().open()
        || run.status() == RunStatus.PAUSED
        || (run.status() == RunStatus.AWAITING_APPROVAL && run.decision() == null);
  }

  private static Response done(Run run, ArrayNode results) {
    ObjectNode body = Json.object();
    body.set("run", RunView.of(run));
    body.set("results", results);
    return Response.json(200, body);
  }
}
