package dev.trueup.sandbox.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/// What a route answers.
record Answer(int status, JsonNode body, Map<String, String> headers) {
  Answer {
    headers = Map.copyOf(headers);
  }

  static Answer ok(JsonNode body) {
    return new Answer(200, body, Map.of());
  }

  static Answer ok(JsonNode body, Map<String, String> headers) {
    return new Answer(200, body, headers);
  }
}
