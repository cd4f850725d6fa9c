package dev.trueup.sandbox.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The body of a batch: up to 100 items, over all three lists together.
record Batch(List<ObjectNode> create, List<ObjectNode> update, List<JsonNode> delete) {
  static final Set<String> LISTS = Set.of("create", "update", "delete");
  private static final int LIMIT = 100;

  static Batch of(ObjectNode body) {
    InvalidParameters invalid = new InvalidParameters();
    body.properties().stream()
        .filter(list -> !LISTS.contains(list.getKey()))
        .forEach(list -> invalid.addUnknown(list.getKey()));
    body.properties().stream()
        .filter(list -> LISTS.contains(list.getKey()) && !list.getValue().isArray())
        .forEach(list -> invalid.addWrongType(list.getKey(), "array"));
    invalid.refuseIfAny();
    if (body.path("create").size() + body.path("update").size() + body.path("delete").size()
        > LIMIT) {
      throw Refusal.batchTooLarge();
    }
    List<JsonNode> delete = new ArrayList<>();
    body.path("delete").forEach(delete::add);
    return new Batch(objects(body, "create"), objects(body, "update"), delete);
  }

  private static List<ObjectNode> objects(ObjectNode body, String list) {
    List<ObjectNode> objects = new ArrayList<>();
    for (JsonNode item : body.path(list)) {
      if (!(item instanceof ObjectNode object)) {
        InvalidParameters invalid = new InvalidParameters();
        invalid.addWrongType(list + "[" + objects.size() + "]", "object");
        invalid.refuseIfAny();
        continue;
      }
      objects.add(object);
    }
    return objects;
  }
}
