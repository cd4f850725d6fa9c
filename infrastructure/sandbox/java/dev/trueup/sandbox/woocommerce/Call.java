package dev.trueup.sandbox.woocommerce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;

/// A request that has found its route.
///
/// @param path of the route, with the ids in its groups
/// @param parameters of the query, without those of authentication
/// @param body empty where there is none
record Call(
    ApiRequest request, MatchResult path, Parameters parameters, ObjectNode body, Seen seen) {

  /// The id in a group of the route's path.
  int id(int group) {
    return Integer.parseInt(path.group(group));
  }

  Selection selection() {
    return Selection.of(parameters);
  }

  /// For a person to find the request by.
  String where() {
    return request.method() + " " + request.path();
  }

  /// Where the list is, with what was asked for, but the page.
  String address(String shop) {
    String query =
        Arrays.stream(request.query().split("&", -1))
            .filter(pair -> !pair.isEmpty() && !pair.startsWith("page="))
            .collect(Collectors.joining("&"));
    return shop + request.path() + (query.isEmpty() ? "" : "?" + query);
  }
}
