package dev.trueup.sandbox.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// Creates, changes and deletes items as a call says; where one is refused nothing has changed.
final class ItemChanges {
  private final Catalogue catalogue;
  private final ItemWriter writer;

  ItemChanges(Catalogue catalogue, ItemWriter writer) {
    this.catalogue = catalogue;
    this.writer = writer;
  }

  Item updateProduct(Call call, int id, WriteBody body) {
    Item item = catalogue.find(id).orElseThrow(() -> Refusal.invalidId(400, "product"));
    if (item.isVariation()) {
      throw Refusal.variationThroughProducts();
    }
    return update(call, item, body);
  }

  Item updateVariation(Call call, int product, int id, WriteBody body) {
    return update(call, variation(product, id), body);
  }

  private Item update(Call call, Item item, WriteBody body) {
    writer.check(body, item.isVariation());
    if (!item.isVariation() && body.has("type") && !body.text("type").equals(item.kind.word())) {
      throw Refusal.notSimulated("changing the type of a product");
    }
    writer.write(call.where() + ", item " + item.id, item, body, call.seen());
    catalogue.save(item);
    call.seen().wrote(item);
    return item;
  }

  Item createProduct(Call call, WriteBody body) {
    writer.check(body, false);
    Kind kind =
        switch (body.has("type") ? body.text("type") : "simple") {
          case "simple" -> Kind.SIMPLE;
          case "variable" -> Kind.VARIABLE;
          default -> throw Refusal.notSimulated("a product of this type");
        };
    Item item = catalogue.create(kind, null);
    item.categories = List.of(Terms.UNCATEGORIZED);
    writer.write(call.where() + ", new", item, body, call.seen());
    if (item.slug.isEmpty()) {
      item.slug = WebText.slug(item.name);
    }
    return added(item);
  }

  Item createVariation(Call call, int productId, WriteBody body) {
    writer.check(body, true);
    Item product =
        catalogue.product(productId).orElseThrow(() -> Refusal.invalidId(404, "product"));
    Item item = catalogue.create(Kind.VARIATION, product);
    item.choices = product.varyingOptions().stream().map(_ -> "").toList();
    writer.write(call.where() + ", new", item, body, call.seen());
    return added(item);
  }

  private Item added(Item item) {
    catalogue.add(item);
    catalogue.save(item);
    return item;
  }

  Item deleteProduct(JsonNode id) {
    return deleted(
        catalogue.product(id.asInt()).orElseThrow(() -> Refusal.invalidId(404, "product")));
  }

  Item deleteVariation(int product, JsonNode id) {
    return deleted(variation(product, id.asInt()));
  }

  /// A batch deletes for good, not into the trash.
  private Item deleted(Item item) {
    catalogue.delete(item);
    return item;
  }

  private Item variation(int product, int id) {
    return catalogue
        .variation(product, id)
        .orElseThrow(() -> Refusal.invalidId(404, "product_variation"));
  }
}
