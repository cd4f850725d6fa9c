package dev.trueup.sandbox.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/// Batches: always 200, each item answered in its place, an error in the place of its item.
final class BatchRoutes {
  private final ItemChanges changes;
  private final Shapes shapes;

  BatchRoutes(ItemChanges changes, Shapes shapes) {
    this.changes = changes;
    this.shapes = shapes;
  }

  Answer products(Call call) {
    return answer(
        call,
        shapes.product(),
        fields -> changes.createProduct(call, item(fields)),
        fields -> changes.updateProduct(call, item(fields).whole("id"), item(fields)),
        changes::deleteProduct);
  }

  Answer variations(Call call) {
    int product = call.id(1);
    return answer(
        call,
        shapes.variation(),
        fields -> changes.createVariation(call, product, item(fields)),
        fields -> changes.updateVariation(call, product, item(fields).whole("id"), item(fields)),
        id -> changes.deleteVariation(product, id));
  }

  private static WriteBody item(ObjectNode fields) {
    return new WriteBody(fields, true);
  }

  private static Answer answer(
      Call call,
      Shape shape,
      Function<ObjectNode, Item> create,
      Function<ObjectNode, Item> update,
      Function<JsonNode, Item> delete) {
    Batch batch = Batch.of(call.body());
    ObjectNode answer = Json.object();
    put(answer, "create", batch.create(), shape, _ -> Json.NODES.numberNode(0), create);
    put(answer, "update", batch.update(), shape, BatchRoutes::id, update);
    put(answer, "delete", batch.delete(), shape, id -> id, delete);
    if (answer.isEmpty()) {
      return Answer.ok(Json.array());
    }
    return Answer.ok(selected(answer, call.selection()));
  }

  /// An update without an id is answered with null in its place.
  private static JsonNode id(ObjectNode fields) {
    return Objects.requireNonNullElse(fields.get("id"), NullNode.instance);
  }

  private static <T> void put(
      ObjectNode answer,
      String name,
      List<T> items,
      Shape shape,
      Function<T, JsonNode> id,
      Function<T, Item> effect) {
    if (items.isEmpty()) {
      return;
    }
    ArrayNode answers = answer.putArray(name);
    for (T item : items) {
      try {
        answers.add(shape.single(effect.apply(item), View.EDIT, Selection.ALL));
      } catch (Refusal refusal) {
        answers.add(refusal.asItem(id.apply(item)));
      }
    }
  }

  /// `_fields=update` gives all of it, `_fields=update.id` an empty list; the work is done anyway.
  private static ObjectNode selected(ObjectNode answer, Selection selection) {
    if (selection.isAll()) {
      return answer;
    }
    ObjectNode selected = Json.object();
    for (String list : Batch.LISTS) {
      JsonNode items = answer.get(list);
      if (items != null && selection.wants(list)) {
        boolean whole = selection.paths().orElseThrow().contains(list);
        selected.set(list, whole ? items : Json.array());
      }
    }
    return selected;
  }
}
