package dev.trueup.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/// One HTTP answer.
public record Response(int status, Map<String, String> headers, String body) {
  public Response {
    headers = Map.copyOf(headers);
  }

  static Response json(int status, JsonNode body) {
    return of(status, "application/json", Json.text(body));
  }

  /// An answer that no cache keeps.
  static Response of(int status, String type, String body) {
    return new Response(
        status,
        Map.of(
            "Content-Type", type,
            "Cache-Control", "no-store",
            "X-Content-Type-Options", "nosniff"),
        body);
  }

  Response with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Response(status, more, body);
  }

  Response withoutBody() {
    return new Response(status, headers, "");
  }
}
