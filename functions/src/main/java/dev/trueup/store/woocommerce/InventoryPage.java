package dev.trueup.store.woocommerce;

import dev.trueup.catalog.StoreRecord;
import dev.trueup.store.RecordPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Collects the records of a page.
final class InventoryPage {
  private final List<StoreRecord> records = new ArrayList<>();
  private final List<String> rejected = new ArrayList<>();

  void add(StoreRecord storeRecord) {
    records.add(storeRecord);
  }

  void reject(String sentence) {
    rejected.add(sentence);
  }

  /// Runs this, and rejects the item that it finds malformed.
  void understand(Runnable reading) {
    try {
      reading.run();
    } catch (MalformedItemException e) {
      reject(String.valueOf(e.getMessage()));
    }
  }

  List<StoreRecord> records() {
    return List.copyOf(records);
  }

  /// @param next where to read on; empty after the last page
  RecordPage upTo(Optional<InventoryCursor> next) {
    return new RecordPage(records, rejected, next.map(InventoryCursor::toString).orElse(null));
  }
}
