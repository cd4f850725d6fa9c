package dev.trueup.local.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The fields of one JSON object of a definition; those that nobody asked for are refused.
final class Fields {
  private static final Set<String> JSON_PATH =
      Set.of(
          "InputPath",
          "OutputPath",
          "Parameters",
          "ResultPath",
          "ResultSelector",
          "Result",
          "ItemsPath",
          "Iterator",
          "Variable",
          "SecondsPath",
          "TimestampPath",
          "TimeoutSecondsPath",
          "HeartbeatSecondsPath",
          "MaxConcurrencyPath",
          "ErrorPath",
          "CausePath");

  private final String where;
  private final JsonNode object;
  private final Set<String> asked = new HashSet<>();

  Fields(String where, @Nullable JsonNode object) {
    this.where = where;
    if (object == null || !object.isObject()) {
      throw new DefinitionException(where, "must be an object");
    }
    this.object = object;
  }

  String where() {
    return where;
  }

  String at(String field) {
    return where + ", field '" + field + "'";
  }

  Optional<JsonNode> take(String field) {
    asked.add(field);
    return Optional.ofNullable(object.get(field));
  }

  JsonNode require(String field) {
    return take(field).orElseThrow(() -> new DefinitionException(at(field), "is missing"));
  }

  String text(String field) {
    JsonNode value = require(field);
    if (!value.isTextual()) {
      throw new DefinitionException(at(field), "must be a string");
    }
    return value.textValue();
  }

  @Nullable String textOrNull(String field) {
    return take(field).isPresent() ? text(field) : null;
  }

  @Nullable Template templateOrNull(String field, Template.Sees sees) {
    JsonNode value = take(field).orElse(null);
    return value == null ? null : Template.parse(value, at(field), sees);
  }

  /// A number that is not an expression, `otherwise` if it is not there.
  long whole(String field, long otherwise, long atLeast) {
    JsonNode value = take(field).orElse(null);
    if (value == null) {
      return otherwise;
    }
    if (!value.isIntegralNumber() || value.longValue() < atLeast) {
      throw new DefinitionException(at(field), "must be a whole number from " + atLeast);
    }
    return value.longValue();
  }

  /// Refuses every field that has not been asked for.
  void refuseRest() {
    for (String field : (Iterable<String>) object::fieldNames) {
      if (!asked.contains(field)) {
        throw new DefinitionException(
            at(field),
            JSON_PATH.contains(field)
                ? "belongs to JSONPath, and this definition is JSONata"
                : "is not known here");
      }
    }
  }
}
