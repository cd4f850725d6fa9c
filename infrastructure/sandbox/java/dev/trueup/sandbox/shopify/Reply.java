package dev.trueup.sandbox.shopify;

import java.util.HashMap;
import java.util.Map;

/// What goes back over the wire.
record Reply(
    int status, String contentType, String body, Map<String, String> headers, Delivery delivery) {

  enum Delivery {
    WHOLE,
    /// Half of the body, then the connection ends.
    TRUNCATED,
    /// The connection ends before a status.
    DROPPED
  }

  Reply {
    headers = Map.copyOf(headers);
  }

  static Reply json(int status, Object body) {
    return text(status, "application/json; charset=utf-8", Json.write(body));
  }

  static Reply text(int status, String contentType, String body) {
    return new Reply(status, contentType, body, Map.of(), Delivery.WHOLE);
  }

  Reply and(String header, String value) {
    Map<String, String> all = new HashMap<>(headers);
    all.put(header, value);
    return new Reply(status, contentType, body, all, delivery);
  }

  Reply delivered(Delivery how) {
    return new Reply(status, contentType, body, headers, how);
  }
}
