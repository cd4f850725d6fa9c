package dev.trueup.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trueup.plan.Policies;
import dev.trueup.plan.Rules;
import dev.trueup.run.Run;
import dev.trueup.run.RunOpening;
import dev.trueup.run.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// `POST /api/{resource}/compare`: starts a run, and answers with its differences when the client
/// waits for them.
final class Compare implements Route.Handler {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(25);
  private static final int ITEMS = 100;

  private final Resources resources;
  private final PolicyReader policies;
  private final RunOpening opening;
  private final RunWatch watch;
  private final ItemPages pages;
  private final InstantSource clock;

  Compare(
      Resources resources,
      PolicyReader policies,
      RunOpening opening,
      RunWatch watch,
      ItemPages pages,
      InstantSource clock) {
    this.resources = resources;
    this.policies = policies;
    this.opening = opening;
    this.watch = watch;
    this.pages = pages;
    this.clock = clock;
  }

  @Override
  public Response answer(Call call) {
    call.knows();
    Instant start = clock.instant();
    Run run = opening.open(wish(call));
    Optional<Duration> wait = call.preferredWait(LONGEST_WAIT);
    if (wait.isEmpty()) {
      return accepted(run);
    }
    Run now =
        watch.until(start.plus(wait.get()), run, each -> each.status() != RunStatus.COMPARING);
    return (now.status() == RunStatus.COMPARING ? accepted(now) : compared(now))
        .with("Preference-Applied", "wait=" + wait.get().toSeconds());
  }

  static Response accepted(Run run) {
    return Response.json(202, RunView.of(run)).with("Location", RunView.self(run));
  }

  private RunOpening.Wish wish(Call call) {
    Rules rules = resources.of(call);
    JsonObject body = call.body();
    var source = Resources.sourceOfTruth(body);
    Policies asked = policies.read(body);
    boolean replace = body.flag("replace").orElse(false);
    boolean yields = body.flag("yields").orElse(false);
    body.end();
    return new RunOpening.Wish(rules, source, asked, false, replace, yields, call.who());
  }

  private Response compared(Run run) {
    ObjectNode body = Json.object();
    body.set("run", RunView.of(run));
    ItemsView.into(body, pages.page(run, ItemQuery.EVERYTHING, Optional.empty(), ITEMS));
    return Response.json(200, body).with("Location", RunView.self(run));
  }
}
