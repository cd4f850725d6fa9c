package dev.trueup.store.shopify;

import dev.trueup.catalog.RecordRef;
import dev.trueup.catalog.StoreRecord;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads items again while they are written.
@FunctionalInterface
interface InventoryLookup {
  Collection<StoreRecord> read(Collection<RecordRef> refs);

  /// By id; what no longer exists is left out.
  ///
  /// @throws dev.trueup.store.StoreException when the store does not answer as it should
  default Map<String, StoreRecord> find(Collection<RecordRef> refs) {
    return read(refs).stream()
        .collect(Collectors.toMap(StoreRecord::id, Function.identity(), (first, _) -> first));
  }
}
