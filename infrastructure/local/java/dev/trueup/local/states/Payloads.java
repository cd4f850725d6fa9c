package dev.trueup.local.states;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;

/// The limit on what one state may take or give: 256 KiB as UTF-8.
///
/// Source: docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html.
final class Payloads {
  static final int MAX_BYTES = 256 * 1024;
  private static final ObjectMapper JSON = new ObjectMapper();

  private Payloads() {}

  static JsonNode checked(JsonNode payload, String what) {
    int bytes = text(payload).getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_BYTES) {
      throw new StateFailure(
          StateFailure.DATA_LIMIT,
          what + " has " + bytes + " bytes, and a state may have " + MAX_BYTES);
    }
    return payload;
  }

  static String text(JsonNode payload) {
    try {
      return JSON.writeValueAsString(payload);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonNode parse(String text) throws JsonProcessingException {
    return JSON.readTree(text);
  }
}
