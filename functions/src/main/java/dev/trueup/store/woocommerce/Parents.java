package dev.trueup.store.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The products that variations belong to: remembered when they are read, looked up when they were
/// read by another process.
final class Parents {
  private final Map<String, Parent> known = new ConcurrentHashMap<>();
  private final Lookup lookup;

  Parents(Lookup lookup) {
    this.lookup = lookup;
  }

  void remember(JsonNode product) {
    known.put(Long.toString(StockItems.id(product)), StockItems.parent(product));
  }

  /// Makes sure that these are known, as far as they exist.
  void require(Collection<String> ids) {
    var missing = ids.stream().filter(id -> !known.containsKey(id)).distinct().toList();
    lookup.products(missing).forEach(this::remember);
  }

  /// Empty when the product is gone or in the trash.
  Optional<Parent> find(String id) {
    return Optional.ofNullable(known.get(id));
  }
}
