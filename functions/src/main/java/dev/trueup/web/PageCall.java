package dev.trueup.web;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A request for a page that has found its route.
///
/// @param variables the segments of the path that stand for something
record PageCall(Request request, Map<String, String> variables, Visitor visitor, Form form) {
  String variable(String name) {
    return Objects.requireNonNull(variables.get(name));
  }

  Optional<String> query(String name) {
    return Optional.ofNullable(request.query().get(name)).filter(value -> !value.isEmpty());
  }

  /// Whether the page's own script asks, which wants a piece of the page only.
  boolean wantsPiece() {
    return request.header("hx-request").isPresent();
  }

  /// The same request as the API has it.
  Call call() {
    return new Call(request, variables, visitor.name());
  }
}
