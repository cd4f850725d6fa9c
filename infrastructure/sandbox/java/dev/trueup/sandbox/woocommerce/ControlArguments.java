package dev.trueup.sandbox.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;

/// The arguments of one control command; one that the command does not know is an error.
final class ControlArguments {
  private final JsonNode node;

  ControlArguments(JsonNode node, String... known) {
    if (!node.isObject()) {
      throw new IllegalArgumentException("expected an object, not " + node);
    }
    for (var argument : node.properties()) {
      if (!List.of(known).contains(argument.getKey())) {
        throw new IllegalArgumentException(
            "'" + argument.getKey() + "' is none of " + List.of(known));
      }
    }
    this.node = node;
  }

  String text(String name) {
    if (!node.path(name).isTextual()) {
      throw new IllegalArgumentException("'" + name + "' must be a text");
    }
    return node.path(name).textValue();
  }

  String text(String name, String otherwise) {
    return node.has(name) ? text(name) : otherwise;
  }

  int whole(String name, int otherwise) {
    if (node.has(name) && !node.path(name).canConvertToInt()) {
      throw new IllegalArgumentException("'" + name + "' must be a whole number");
    }
    return node.path(name).asInt(otherwise);
  }

  double number(String name) {
    if (node.has(name) && !node.path(name).isNumber()) {
      throw new IllegalArgumentException("'" + name + "' must be a number");
    }
    return node.path(name).asDouble(0);
  }

  Duration millis(String name) {
    return Duration.ofNanos(Math.round(number(name) * 1_000_000));
  }

  boolean flag(String name) {
    if (node.has(name) && !node.path(name).isBoolean()) {
      throw new IllegalArgumentException("'" + name + "' must be true or false");
    }
    return node.path(name).asBoolean(false);
  }

  ObjectNode object(String name) {
    if (node.path(name) instanceof ObjectNode object) {
      return object;
    }
    throw new IllegalArgumentException("'" + name + "' must be an object");
  }
}
