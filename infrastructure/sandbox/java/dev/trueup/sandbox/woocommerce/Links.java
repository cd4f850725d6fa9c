package dev.trueup.sandbox.woocommerce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Addresses in answers.
///
/// @param shop address of the shop, without a slash at the end
record Links(String shop) {
  String api(String path) {
    return shop + "/wp-json/wc/v3" + path;
  }

  String permalink(Item item) {
    String page = shop + "/product/" + item.product().slug + "/";
    return item.parent == null ? page : page + "?" + choices(item, item.parent);
  }

  private static String choices(Item item, Item parent) {
    List<String> pairs = new ArrayList<>();
    List<Option> options = parent.varyingOptions();
    for (int i = 0; i < Math.min(options.size(), item.choices.size()); i++) {
      String choice = URLEncoder.encode(item.choices.get(i), StandardCharsets.UTF_8);
      pairs.add("attribute_" + options.get(i).slug() + "=" + choice);
    }
    return String.join("&", pairs);
  }

  ObjectNode ofProduct(Item item) {
    ObjectNode links = links("/products/" + item.id, "/products", true);
    if (item.parent != null) {
      put(links, "up", "/products/" + item.parent.id);
    }
    return links;
  }

  ObjectNode ofVariation(Item item) {
    String product = "/products/" + item.product().id;
    ObjectNode links = links(product + "/variations/" + item.id, product + "/variations", true);
    put(links, "up", product);
    return links;
  }

  /// In the list of all variations `up` names no product, and no method is hinted at.
  ObjectNode ofListedVariation(Item item) {
    ObjectNode links = links("/variations/" + item.id, "/variations", false);
    put(links, "up", "/products/0");
    return links;
  }

  ObjectNode ofCategory(int id) {
    return links("/products/categories/" + id, "/products/categories", true);
  }

  private ObjectNode links(String self, String collection, boolean hinted) {
    ObjectNode links = Json.object();
    ObjectNode own = put(links, "self", self);
    if (hinted) {
      own.putObject("targetHints")
          .set("allow", Json.texts(List.of("GET", "POST", "PUT", "PATCH", "DELETE")));
    }
    put(links, "collection", collection);
    return links;
  }

  private ObjectNode put(ObjectNode links, String relation, String path) {
    return links.putArray(relation).addObject().put("href", api(path));
  }
}
