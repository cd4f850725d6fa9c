package dev.trueup.web;

import dev.trueup.plan.Policies;
import dev.trueup.plan.Rules;
import dev.trueup.run.Connections;
import dev.trueup.run.Decisions;
import dev.trueup.run.Ledger;
import dev.trueup.run.PlanValidity;
import dev.trueup.run.RunOpening;
import dev.trueup.run.Stores;
import dev.trueup.run.Workflow;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The pages: finds the route of a request, checks who asks, and answers. It never throws.
public final class Site {
  private static final String GET = "GET";
  private static final String HEAD = "HEAD";
  private static final String POST = "POST";
  private static final String DOCS = "/api/docs";

  private final Door door;
  private final Failures failures;
  private final SignIn signIn;
  private final List<PageRoute> routes;

  /// What the pages are made of.
  ///
  /// @param outbox what was sent to people, where it is shown here; empty where it goes by mail
  public record Parts(
      Stores stores,
      Ledger ledger,
      Workflow workflow,
      List<Rules> resources,
      Policies defaults,
      PlanValidity validity,
      Access access,
      SiteSettings settings,
      Optional<Outbox> outbox) {
    public Parts {
      resources = List.copyOf(resources);
    }
  }

  public Site(Parts parts) {
    this(parts, Clock.systemUTC(), new SecureRandom());
  }

  Site(Parts parts, InstantSource clock, RandomGenerator random) {
    var session = new Session(parts.access(), parts.settings().secret(), clock, random);
    Ledger ledger = parts.ledger();
    this.door = new Door(session, ledger, parts.settings());
    this.failures = new Failures(ledger, clock, random);
    this.signIn = new SignIn(parts.access(), session, new FailedSignIns(clock));
    var known = new Resources(parts.resources());
    var runs = new Runs(ledger, new ItemPages(ledger), known);
    FourEyes fourEyes = parts.access().fourEyes();
    var decisions = new Decisions(ledger, parts.workflow(), clock, parts.validity());
    var tables = new Tables(ledger);
    var show = new RunPages(runs, tables, fourEyes, clock);
    var decide = new DecisionPages(runs, decisions, tables, parts.stores(), known, fourEyes);
    var opening = new RunOpening(parts.stores(), ledger, parts.workflow(), clock, random);
    var stores =
        new StorePages(
            parts.stores(),
            ledger,
            new Connections(parts.stores()),
            known,
            opening,
            parts.defaults(),
            parts.outbox());
    this.routes = routes(show, decide, stores);
  }

  private List<PageRoute> routes(RunPages show, DecisionPages decide, StorePages stores) {
    return List.of(
        new PageRoute(GET, "/", Role.VIEWER, _ -> Html.to("/inventory")),
        new PageRoute(GET, "/inventory", Role.VIEWER, stores::inventory),
        new PageRoute(POST, "/{resource}/compare", Role.OPERATOR, stores::compare),
        new PageRoute(GET, "/runs", Role.VIEWER, stores::history),
        new PageRoute(GET, "/connections", Role.VIEWER, stores::connections),
        new PageRoute(GET, "/outbox", Role.APPROVER, stores::outbox),
        new PageRoute(GET, DOCS, Role.VIEWER, DocsPage::show),
        new PageRoute(GET, "/openapi.json", Role.VIEWER, DocsPage::json),
        new PageRoute(POST, "/sign-out", Role.VIEWER, signIn::leave),
        new PageRoute(GET, "/runs/{id}", Role.VIEWER, show::show),
        new PageRoute(GET, "/runs/{id}/live", Role.VIEWER, show::live),
        new PageRoute(GET, "/runs/{id}/items.csv", Role.VIEWER, show::csv),
        new PageRoute(POST, "/runs/{id}/confirm", Role.VIEWER, decide::confirm),
        new PageRoute(POST, "/runs/{id}/approve", Role.APPROVER, decide::approve),
        new PageRoute(POST, "/runs/{id}/reject", Role.APPROVER, decide::reject),
        new PageRoute(POST, "/runs/{id}/cancel", Role.OPERATOR, decide::cancel),
        new PageRoute(POST, "/runs/{id}/pause", Role.OPERATOR, decide::pause),
        new PageRoute(POST, "/runs/{id}/resume", Role.APPROVER, decide::resume),
        new PageRoute(GET, "/review/{id}", Role.VIEWER, show::show),
        new PageRoute(GET, "/review/{id}/live", Role.VIEWER, show::live),
        new PageRoute(GET, "/review/{id}/items.csv", Role.VIEWER, show::csv),
        new PageRoute(POST, "/review/{id}/confirm", Role.VIEWER, decide::confirm),
        new PageRoute(POST, "/review/{id}/approve", Role.APPROVER, decide::approve),
        new PageRoute(POST, "/review/{id}/reject", Role.APPROVER, decide::reject));
  }

  /// Whether a request is for a page and not for the API.
  public boolean takes(Request request) {
    String path = request.path();
    return path.equals(DOCS) || !(path.equals("/api") || path.startsWith("/api/"));
  }

  public Response answer(Request request) {
    Response response;
    try {
      response = route(request);
    } catch (RuntimeException e) {
      response = problem(request, failures.problem(request, e));
    }
    return request.method().equals(HEAD) ? response.withoutBody() : response;
  }

  private Response route(Request request) {
    String method = request.method().equals(HEAD) ? GET : request.method();
    String path = request.path();
    if (path.startsWith(Assets.PATH)) {
      return Assets.answer(request);
    }
    if (path.equals(SignIn.PATH)) {
      return signIn(request, method);
    }
    boolean otherMethod = false;
    for (PageRoute route : routes) {
      Optional<Map<String, String>> variables = route.match(path);
      if (variables.isPresent() && route.method().equals(method)) {
        return answer(request, route, variables.get());
      }
      otherMethod |= variables.isPresent();
    }
    throw Problem.of(
            otherMethod ? 405 : 404,
            otherMethod ? "this page does not take this request" : "there is no such page")
        .exception();
  }

  private Response signIn(Request request, String method) {
    return switch (method) {
      case GET -> signIn.show(request);
      case POST -> {
        door.sameSite(request);
        yield signIn.enter(request);
      }
      default -> throw Problem.of(405, "this page does not take this request").exception();
    };
  }

  private Response answer(Request request, PageRoute route, Map<String, String> variables) {
    if (route.template().startsWith("/review/")) {
      Optional<Response> first = door.arrival(request, variables);
      if (first.isPresent()) {
        return first.get();
      }
    }
    return switch (door.open(request, route, variables)) {
      case Door.Answer.Come(Visitor visitor, Form form) ->
          route.handler().answer(new PageCall(request, variables, visitor, form));
      case Door.Answer.SignInFirst() -> SignIn.first(request);
    };
  }

  private Response problem(Request request, Problem problem) {
    Response page =
        Html.page(
            problem.status(),
            "message",
            Map.of(
                "frame",
                new Frame(
                    Messages.title(problem.status()),
                    "",
                    door.visitor(request).orElse(null),
                    false),
                "message",
                Messages.of(problem, request)));
    for (var header : problem.headers().entrySet()) {
      page = page.with(header.getKey(), header.getValue());
    }
    return request.header("hx-request").isPresent() ? Html.swappable(page) : page;
  }
}
