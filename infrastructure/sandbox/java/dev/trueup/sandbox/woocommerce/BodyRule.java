package dev.trueup.sandbox.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// What WordPress accepts as the value of a field in a single write. A batch checks none of it.
sealed interface BodyRule {
  boolean accepts(JsonNode value);

  void report(String name, InvalidParameters invalid);

  /// One of the types of JSON Schema.
  record OfType(String type) implements BodyRule {
    @Override
    public boolean accepts(JsonNode value) {
      return switch (type) {
        case "string" -> value.isTextual();
        case "integer" -> isWhole(value);
        case "boolean" -> value.isBoolean() || value.asText().matches("(?i)true|false|1|0");
        case "array" -> value.isArray();
        case "object" -> value.isObject();
        default -> true;
      };
    }

    private static boolean isWhole(JsonNode value) {
      return (value.isNumber() || value.isTextual())
          && value.asText().matches("\\s*[+-]?\\d+(\\.0*)?\\s*");
    }

    @Override
    public void report(String name, InvalidParameters invalid) {
      invalid.addWrongType(name, type);
    }
  }

  /// One of some words.
  record Word(List<String> words) implements BodyRule {
    @Override
    public boolean accepts(JsonNode value) {
      return value.isTextual() && words.contains(value.textValue());
    }

    @Override
    public void report(String name, InvalidParameters invalid) {
      invalid.add(
          name,
          "rest_not_in_enum",
          name + " is not one of " + ParameterRule.Word.enumeration(words) + ".");
    }
  }

  /// A switch that also has the word `parent`.
  record Managed() implements BodyRule {
    @Override
    public boolean accepts(JsonNode value) {
      return value.asText().equals("parent") || new OfType("boolean").accepts(value);
    }

    @Override
    public void report(String name, InvalidParameters invalid) {
      invalid.addWrongType(name, "boolean");
    }
  }

  /// Answered, and silently ignored when written.
  record ReadOnly() implements BodyRule {
    @Override
    public boolean accepts(JsonNode value) {
      return true;
    }

    @Override
    public void report(String name, InvalidParameters invalid) {}
  }
}
