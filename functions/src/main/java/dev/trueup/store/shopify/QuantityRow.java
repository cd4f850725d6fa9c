package dev.trueup.store.shopify;

import dev.trueup.catalog.RecordRef;
import java.util.Map;

/// One row of `inventorySetQuantities`.
///
/// @param index of the write it comes from
/// @param nowTracked whether tracking was switched on just before
record QuantityRow(int index, RecordRef ref, int from, int to, boolean nowTracked) {

  /// An `InventoryQuantityInput`; `changeFromQuantity` has to be there.
  Map<String, Object> input(String location) {
    return Map.of(
        "inventoryItemId", ref.id(),
        "locationId", location,
        "quantity", to,
        "changeFromQuantity", from);
  }

  String content() {
    return ref.id() + " " + from + ">" + to + "\n";
  }
}
