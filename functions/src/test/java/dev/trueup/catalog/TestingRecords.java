package dev.trueup.catalog;

import java.util.List;
import java.util.Map;

/// Records for tests.
public final class TestingRecords {
  private TestingRecords() {}

  /// A tracked item.
  public static StoreRecord stock(String id, String sku, String name, long quantity) {
    return record(id, sku, name, List.of(), Inventory.tracked(quantity, quantity > 0));
  }

  /// An item whose stock is not counted.
  public static StoreRecord uncounted(String id, String sku, boolean inStock) {
    return record(id, sku, "Item " + sku, List.of(), Inventory.untracked(inStock));
  }

  public static StoreRecord record(
      String id, String sku, String name, List<String> options, Map<String, Value> values) {
    return new StoreRecord(RecordRef.of(id), name, sku, options, values, Facets.NONE, null);
  }

  public static StoreRecord restricted(StoreRecord storeRecord, String sentence) {
    return new StoreRecord(
        storeRecord.ref(),
        storeRecord.name(),
        storeRecord.sku(),
        storeRecord.options(),
        storeRecord.values(),
        storeRecord.facets(),
        sentence);
  }
}
