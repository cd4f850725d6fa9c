package dev.trueup.sandbox.woocommerce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/// Single writes.
final class WriteRoutes {
  private final ItemChanges changes;
  private final Shapes shapes;
  private final Links links;

  WriteRoutes(ItemChanges changes, Shapes shapes, Links links) {
    this.changes = changes;
    this.shapes = shapes;
    this.links = links;
  }

  Answer updateProduct(Call call) {
    Item item = changes.updateProduct(call, call.id(1), body(call, 1));
    return Answer.ok(shapes.product().single(item, View.EDIT, call.selection()));
  }

  Answer updateVariation(Call call) {
    Item item = changes.updateVariation(call, call.id(1), call.id(2), body(call, 2));
    return Answer.ok(shapes.variation().single(item, View.EDIT, call.selection()));
  }

  /// In WordPress an `id` in the body wins over the one in the path.
  private static WriteBody body(Call call, int group) {
    if (call.body().has("id") && call.body().path("id").asInt() != call.id(group)) {
      InvalidParameters invalid = new InvalidParameters();
      invalid.add("id", "sandbox_other_id", "id is not the one in the path.");
      invalid.refuseIfAny();
    }
    return new WriteBody(call.body(), false);
  }

  Answer createProduct(Call call) {
    Item item = changes.createProduct(call, new WriteBody(call.body(), false));
    ObjectNode answer = shapes.product().single(item, View.EDIT, call.selection());
    return created(answer, "/products/" + item.id);
  }

  /// The address of a new variation holds a regular expression in the place of its product.
  Answer createVariation(Call call) {
    Item item = changes.createVariation(call, call.id(1), new WriteBody(call.body(), false));
    ObjectNode answer = shapes.variation().single(item, View.EDIT, call.selection());
    return created(answer, "/products/(?P<product_id>[\\d]+)/variations/" + item.id);
  }

  private Answer created(ObjectNode answer, String path) {
    return new Answer(201, answer, Map.of("Location", links.api(path)));
  }
}
