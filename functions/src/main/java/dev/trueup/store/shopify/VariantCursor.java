package dev.trueup.store.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Where reading all variants goes on. Shopify pages through 25,000 objects of one list at most
/// (shopify.dev, API limits), so after that many a new list starts behind the last id; variants are
/// sorted by id, therefore none is given twice.
///
/// @param window the list holds variants with a higher number than this
/// @param read how many of it were read
/// @param after Shopify's cursor in it, or empty
record VariantCursor(long window, int read, String after) {
  private static final int PAGE = 250;
  private static final int LIST_LIMIT = 25_000;

  static final VariantCursor START = new VariantCursor(0, 0, "");

  static VariantCursor parse(String text) {
    String[] parts = text.split(":", 3);
    return new VariantCursor(Long.parseLong(parts[0]), Integer.parseInt(parts[1]), parts[2]);
  }

  @Override
  public String toString() {
    return window + ":" + read + ":" + after;
  }

  Map<String, Object> variables() {
    var variables = new HashMap<String, Object>(Map.of("first", PAGE));
    if (window > 0) {
      variables.put("query", "id:>" + window);
    }
    if (!after.isEmpty()) {
      variables.put("after", after);
    }
    return variables;
  }

  /// @param page a `ProductVariantConnection`
  /// @return empty after the last page
  /// @throws IllegalArgumentException when the page is not one of this list
  Optional<VariantCursor> next(JsonNode page) {
    JsonNode nodes = page.path("nodes");
    if (!nodes.isEmpty() && number(nodes.get(0)) <= window) {
      throw new IllegalArgumentException("the list does not start behind id " + window);
    }
    if (!page.path("pageInfo").path("hasNextPage").asBoolean()) {
      return Optional.empty();
    }
    if (nodes.isEmpty()) {
      throw new IllegalArgumentException("an empty page that is not the last");
    }
    int readNow = read + nodes.size();
    return Optional.of(
        readNow + PAGE > LIST_LIMIT
            ? new VariantCursor(number(nodes.get(nodes.size() - 1)), 0, "")
            : new VariantCursor(window, readNow, page.path("pageInfo").path("endCursor").asText()));
  }

  /// `gid://shopify/ProductVariant/1` is 1.
  private static long number(JsonNode variant) {
    String id = variant.path("id").asText();
    return Long.parseLong(id.substring(id.lastIndexOf('/') + 1));
  }
}
