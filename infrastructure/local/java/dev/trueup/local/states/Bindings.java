package dev.trueup.local.states;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// What an expression can see: the variables as they were on entry, `$states`, and the functions
/// that Step Functions adds.
final class Bindings {
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final Instant now;

  Bindings(Map<String, JsonNode> variables, Map<String, JsonNode> states, Instant now) {
    variables.forEach((name, value) -> values.put(name, PlainValues.of(value)));
    Map<String, Object> reserved = new LinkedHashMap<>();
    states.forEach((name, value) -> reserved.put(name, PlainValues.of(value)));
    values.put("states", reserved);
    this.now = now;
  }

  private Bindings(Bindings other, String name, JsonNode value) {
    values.putAll(other.values);
    Map<String, Object> reserved = new LinkedHashMap<>();
    ((Map<?, ?>) other.values.getOrDefault("states", Map.of()))
        .forEach((key, each) -> reserved.put(String.valueOf(key), each));
    reserved.put(name, PlainValues.of(value));
    values.put("states", reserved);
    this.now = other.now;
  }

  /// The same with `$states.<name>`.
  Bindings with(String name, JsonNode value) {
    return new Bindings(this, name, value);
  }

  void bindTo(Jsonata.Frame frame) {
    values.forEach((name, value) -> frame.bind(name, value));
    QueryFunctions.bindTo(frame, now);
  }
}
