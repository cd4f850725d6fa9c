package dev.trueup.sandbox.woocommerce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;

/// Everything below `/wp-json/`: who may, which route, which parameters, then the effect; in the
/// order in which WordPress refuses.
final class Api {
  private final Catalogue catalogue;
  private final Journal journal;
  private final Authentication authentication;
  private final List<Route> routes;

  Api(Catalogue catalogue, Journal journal, Authentication authentication, List<Route> routes) {
    this.catalogue = catalogue;
    this.journal = journal;
    this.authentication = authentication;
    this.routes = List.copyOf(routes);
  }

  /// @param seen what the items to be written were like when the request came in
  Answer answer(ApiRequest request, Seen seen) {
    try {
      boolean known = authentication.isKnown(request);
      Route route =
          routes.stream()
              .filter(candidate -> candidate.match(request).isPresent())
              .findFirst()
              .orElseThrow(Refusal::noRoute);
      Parameters parameters = withoutAuthentication(request.parameters());
      parameters.check(route.rules());
      ObjectNode body = request.isWrite() ? request.json() : Json.object();
      route.guard().pass(known);
      Optional<MatchResult> match = route.match(request);
      Call call = new Call(request, match.orElseThrow(), parameters, body, seen);
      return effect(route, call);
    } catch (Refusal refusal) {
      return refusal.answer();
    }
  }

  private Answer effect(Route route, Call call) {
    synchronized (catalogue) {
      try {
        return route.handler().apply(call);
      } finally {
        journal.flush();
      }
    }
  }

  private static Parameters withoutAuthentication(Parameters parameters) {
    Map<String, String> rest = new LinkedHashMap<>(parameters.values());
    rest.keySet().removeAll(Authentication.PARAMETERS);
    return new Parameters(rest);
  }
}
