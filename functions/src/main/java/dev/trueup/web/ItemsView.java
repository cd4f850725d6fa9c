package dev.trueup.web;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// A page of lines as it is answered.
final class ItemsView {
  private ItemsView() {}

  static ObjectNode of(ItemPages.Page page) {
    ObjectNode body = Json.object();
    into(body, page);
    return body;
  }

  static void into(ObjectNode body, ItemPages.Page page) {
    var items = body.putArray("items");
    page.lines().forEach(line -> items.add(ItemView.of(line)));
    if (page.next() != null) {
      body.put("next", page.next());
    }
  }
}
