package dev.trueup.store.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Reads products and variations by id. What is gone or in the trash is left out, and so is
/// whatever the shop gives that was not asked for.
///
/// @param ask sends the queries; the answers are in their order
/// @param facets whether categories, tags and status are needed
record Lookup(Function<List<Query>, List<Reply.Answered>> ask, boolean facets) {

  List<JsonNode> products(Collection<String> ids) {
    return byId(StockItems.products(facets), ids);
  }

  /// @param path [StockItems#VARIATIONS] or [StockItems#variationsOf]
  List<JsonNode> variations(String path, Collection<String> ids) {
    return byId(StockItems.variations(path), ids);
  }

  private List<JsonNode> byId(Query list, Collection<String> ids) {
    var queries = new ArrayList<Query>();
    var rest = List.copyOf(ids);
    for (int from = 0; from < rest.size(); from += ListReader.PAGE_SIZE) {
      var some = rest.subList(from, Math.min(from + ListReader.PAGE_SIZE, rest.size()));
      queries.add(list.with("include", some).with("per_page", ListReader.PAGE_SIZE));
    }
    Set<String> wanted = new HashSet<>(ids);
    var found = new ArrayList<JsonNode>();
    for (Reply.Answered answer :
        queries.isEmpty() ? List.<Reply.Answered>of() : ask.apply(queries)) {
      for (JsonNode item : answer.body()) {
        if (wanted.remove(Long.toString(StockItems.id(item)))) {
          found.add(item);
        }
      }
    }
    return found;
  }
}
