package dev.trueup.sandbox.woocommerce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Locale;

/// Lists and single items.
final class ReadRoutes {
  private final Catalogue catalogue;
  private final ItemList lists;
  private final Shapes shapes;
  private final Links links;

  ReadRoutes(Catalogue catalogue, SiteTime time, Shapes shapes, Links links) {
    this.catalogue = catalogue;
    this.lists = new ItemList(catalogue, time);
    this.shapes = shapes;
    this.links = links;
  }

  Answer products(Call call) {
    return list(call, lists.products(call.parameters()), shapes.product());
  }

  Answer variations(Call call) {
    return list(call, lists.variations(call.parameters()), shapes.listedVariation());
  }

  Answer variationsOf(Call call) {
    return list(call, lists.variationsOf(call.id(1), call.parameters()), shapes.variation());
  }

  private Answer list(Call call, List<Item> items, Shape shape) {
    Page<Item> page = Page.of(items, call.parameters());
    Selection selection = call.selection();
    ArrayNode body = Json.array();
    page.items().forEach(item -> body.add(shape.inList(item, selection)));
    return Answer.ok(body, page.headers(call.address(links.shop())));
  }

  /// A product, or a variation by its own id.
  Answer product(Call call) {
    Item item = catalogue.find(call.id(1)).orElseThrow(() -> Refusal.invalidId(404, "product"));
    return single(call, item, shapes.product());
  }

  Answer variation(Call call) {
    Item item =
        catalogue
            .variation(call.id(1), call.id(2))
            .orElseThrow(() -> Refusal.invalidId(404, "product_variation"));
    return single(call, item, shapes.variation());
  }

  private static Answer single(Call call, Item item, Shape shape) {
    String context = call.parameters().text("context", "view");
    View view = View.valueOf(context.toUpperCase(Locale.ROOT));
    return Answer.ok(shape.single(item, view, call.selection()));
  }
}
