package dev.trueup.sandbox.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What `_fields` asks for: everything, or some fields and parts of fields (`meta_data.key`).
record Selection(Optional<List<String>> paths) {
  static final Selection ALL = new Selection(Optional.empty());

  static Selection of(Parameters parameters) {
    return new Selection(
        parameters
            .text("_fields")
            .map(text -> Arrays.stream(text.split(",", -1)).map(String::strip).toList()));
  }

  boolean isAll() {
    return paths.isEmpty();
  }

  boolean wants(String field) {
    return paths
        .map(all -> all.stream().anyMatch(p -> p.equals(field) || p.startsWith(field + ".")))
        .orElse(true);
  }

  /// The parts asked for of a value of a field that is wanted.
  JsonNode prune(String field, JsonNode value) {
    if (isAll() || paths.orElseThrow().contains(field)) {
      return value;
    }
    List<String> parts =
        paths.orElseThrow().stream()
            .filter(path -> path.startsWith(field + "."))
            .map(path -> path.substring(field.length() + 1))
            .toList();
    return pick(value, parts);
  }

  private static JsonNode pick(JsonNode value, Collection<String> parts) {
    return switch (value) {
      case ArrayNode array -> {
        ArrayNode picked = Json.array();
        array.forEach(element -> picked.add(pick(element, parts)));
        yield picked;
      }
      case ObjectNode object -> new Selection(Optional.of(List.copyOf(parts))).of(object);
      default -> value;
    };
  }

  /// The wanted part of an object that exists already.
  ObjectNode of(ObjectNode whole) {
    ObjectNode wanted = Json.object();
    whole
        .properties()
        .forEach(entry -> {
          if (wants(entry.getKey())) {
            wanted.set(entry.getKey(), prune(entry.getKey(), entry.getValue()));
          }
        });
    return wanted;
  }
}
