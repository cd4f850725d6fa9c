package dev.trueup.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/// What an error answer says: RFC 9457, with a sentence a person can act on.
record Problem(
    int status, String detail, Map<String, String> members, Map<String, String> headers) {
  private static final Map<Integer, String> TITLES =
      Map.ofEntries(
          Map.entry(400, "Bad Request"),
          Map.entry(401, "Unauthorized"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not Found"),
          Map.entry(405, "Method Not Allowed"),
          Map.entry(409, "Conflict"),
          Map.entry(410, "Gone"),
          Map.entry(413, "Content Too Large"),
          Map.entry(415, "Unsupported Media Type"),
          Map.entry(422, "Unprocessable Content"),
          Map.entry(429, "Too Many Requests"),
          Map.entry(500, "Internal Server Error"),
          Map.entry(502, "Bad Gateway"),
          Map.entry(503, "Service Unavailable"));

  static Problem of(int status, String detail) {
    return new Problem(status, detail, Map.of(), Map.of());
  }

  /// A part of the request that is understood and cannot be taken.
  static ProblemException unprocessable(String field, String detail) {
    return of(422, detail).with("field", field).exception();
  }

  Problem with(String member, String value) {
    return new Problem(status, detail, and(members, member, value), headers);
  }

  Problem header(String name, String value) {
    return new Problem(status, detail, members, and(headers, name, value));
  }

  ProblemException exception() {
    return new ProblemException(this);
  }

  Response response() {
    ObjectNode body = Json.object();
    body.put("type", "about:blank");
    body.put("title", TITLES.getOrDefault(status, "Error"));
    body.put("status", status);
    body.put("detail", detail);
    members.forEach(body::put);
    Response response = Response.of(status, "application/problem+json", Json.text(body));
    for (var header : headers.entrySet()) {
      response = response.with(header.getKey(), header.getValue());
    }
    return response;
  }

  private static Map<String, String> and(Map<String, String> some, String name, String value) {
    var more = new LinkedHashMap<>(some);
    more.put(name, value);
    return more;
  }
}
