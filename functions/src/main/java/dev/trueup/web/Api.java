package dev.trueup.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trueup.apply.Pause;
import dev.trueup.plan.Policies;
import dev.trueup.plan.Rules;
import dev.trueup.run.Connections;
import dev.trueup.run.Decisions;
import dev.trueup.run.Ledger;
import dev.trueup.run.PlanValidity;
import dev.trueup.run.RunOpening;
import dev.trueup.run.Stores;
import dev.trueup.run.Workflow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// The HTTP API: finds the route of a request, checks who asks, and answers. It never throws.
public final class Api {
  private static final String GET = "GET";
  private static final String HEAD = "HEAD";
  private static final String POST = "POST";

  private final Access access;
  private final Connections connections;
  private final Failures failures;
  private final List<Route> routes;

  /// @param resources what can be synced
  /// @param defaults the policies where a request says nothing
  /// @param validity how long a plan may be approved
  public Api(
      Stores stores,
      Ledger ledger,
      Workflow workflow,
      List<Rules> resources,
      Policies defaults,
      PlanValidity validity,
      Access access) {
    this(
        stores,
        ledger,
        workflow,
        resources,
        defaults,
        validity,
        access,
        Clock.systemUTC(),
        new SecureRandom(),
        Pause.REAL);
  }

  Api(
      Stores stores,
      Ledger ledger,
      Workflow workflow,
      List<Rules> resources,
      Policies defaults,
      PlanValidity validity,
      Access access,
      InstantSource clock,
      RandomGenerator random,
      Pause pause) {
    this.access = access;
    this.connections = new Connections(stores);
    this.failures = new Failures(ledger, clock, random);
    var known = new Resources(resources);
    var policies = new PolicyReader(defaults);
    var opening = new RunOpening(stores, ledger, workflow, clock, random);
    var decisions = new Decisions(ledger, workflow, clock, validity);
    var watch = new RunWatch(ledger, clock, pause);
    var pages = new ItemPages(ledger);
    var runs = new Runs(ledger, pages, known);
    this.routes =
        routes(
            new Compare(known, policies, opening, watch, pages, clock),
            new Sync(
                known, policies, opening, decisions, runs, watch, pages, clock, access.fourEyes()),
            runs,
            new Deciding(decisions, opening, runs, access.fourEyes()),
            new AuditTrail(stores, ledger));
  }

  private List<Route> routes(
      Compare compare, Sync sync, Runs runs, Deciding deciding, AuditTrail audit) {
    return List.of(
        new Route(POST, "/api/{resource}/compare", Role.OPERATOR, compare),
        new Route(POST, "/api/{resource}/sync", Role.APPROVER, sync),
        new Route(GET, "/api/runs", Role.VIEWER, runs::history),
        new Route(GET, "/api/runs/{id}", Role.VIEWER, runs::one),
        new Route(GET, "/api/runs/{id}/items", Role.VIEWER, runs::items),
        new Route(GET, "/api/runs/{id}/items.csv", Role.VIEWER, runs::csv),
        new Route(POST, "/api/runs/{id}/approve", Role.APPROVER, deciding::approve),
        new Route(POST, "/api/runs/{id}/reject", Role.APPROVER, deciding::reject),
        new Route(POST, "/api/runs/{id}/cancel", Role.OPERATOR, deciding::cancel),
        new Route(POST, "/api/runs/{id}/pause", Role.OPERATOR, deciding::pause),
        new Route(POST, "/api/runs/{id}/resume", Role.APPROVER, deciding::resume),
        new Route(POST, "/api/runs/{id}/rollback", Role.OPERATOR, deciding::rollback),
        new Route(GET, "/api/audit", Role.VIEWER, audit::page),
        new Route(GET, "/api/audit.csv", Role.VIEWER, audit::csv),
        new Route(GET, "/api/audit/verify", Role.VIEWER, audit::verify),
        new Route(GET, "/api/connections", Role.VIEWER, this::connections),
        new Route(GET, "/api/openapi.json", Role.VIEWER, Api::description));
  }

  /// The policies of a deployment, from a JSON object as a request has it.
  ///
  /// @throws IllegalArgumentException with the key that cannot be right
  public static Policies policies(String json) {
    return policies(json, Policies.DEFAULTS);
  }

  /// The policies of a schedule, likewise.
  ///
  /// @param defaults what holds where the JSON says nothing
  public static Policies policies(String json, Policies defaults) {
    try {
      if (Json.read(json) instanceof ObjectNode object) {
        var body = new JsonObject(object);
        Policies policies = new PolicyReader(defaults).read(body);
        body.end();
        return policies;
      }
    } catch (ProblemException e) {
      throw new IllegalArgumentException("the policies: " + e.getMessage(), e);
    }
    throw new IllegalArgumentException("the policies are not a JSON object");
  }

  public Response answer(Request request) {
    Response response;
    try {
      response = route(request);
    } catch (RuntimeException e) {
      response = failures.problem(request, e).response();
    }
    return request.method().equals(HEAD) ? response.withoutBody() : response;
  }

  List<Route> routes() {
    return routes;
  }

  private Response route(Request request) {
    String method = request.method().equals(HEAD) ? GET : request.method();
    Set<String> allowed = new LinkedHashSet<>();
    for (Route route : routes) {
      Optional<Map<String, String>> variables = route.match(request.path());
      if (variables.isPresent() && route.method().equals(method)) {
        String who = access.admit(request, route.needs());
        return route.handler().answer(new Call(request, variables.get(), who));
      }
      variables.ifPresent(_ -> allowed.add(route.method()));
    }
    throw missing(new ArrayList<>(allowed));
  }

  private static ProblemException missing(List<String> allowed) {
    if (allowed.isEmpty()) {
      return Problem.of(404, "there is nothing at this path; GET /api/openapi.json lists what is")
          .exception();
    }
    if (allowed.contains(GET)) {
      allowed.add(HEAD);
    }
    return Problem.of(405, "this path takes " + String.join(", ", allowed))
        .header("Allow", String.join(", ", allowed))
        .exception();
  }

  private Response connections(Call call) {
    call.knows();
    ObjectNode body = Json.object();
    var checks = body.putArray("connections");
    connections.check().forEach(check -> checks.add(ConnectionView.of(check)));
    return Response.json(200, body);
  }

  private static Response description(Call call) {
    call.knows();
    try (InputStream file = Api.class.getResourceAsStream("/openapi.json")) {
      return Response.of(
          200, "application/json", new String(Objects.requireNonNull(file).readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
