package dev.trueup.store.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;

/// An error as WordPress words it: `{code, message, data: {status}}`, as a whole answer or in the
/// place of a batch item.
///
/// @param code stays the same in every language, the message does not
/// @param message plain text
record Refusal(String code, String message, int status) {
  static Refusal of(JsonNode error) {
    return new Refusal(
        error.path("code").asText(""),
        WebText.message(error.path("message").asText("")),
        error.path("data").path("status").asInt(0));
  }

  boolean is(String other) {
    return code.equals(other);
  }

  /// The shop's own words, for the end of a sentence.
  String quoted() {
    return message.isEmpty() ? "" : ": “" + message + "”";
  }
}
