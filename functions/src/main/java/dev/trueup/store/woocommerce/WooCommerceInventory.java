package dev.trueup.store.woocommerce;

import dev.trueup.catalog.RecordRef;
import dev.trueup.catalog.StoreRecord;
import dev.trueup.store.Capabilities;
import dev.trueup.store.Outcome;
import dev.trueup.store.RecordPage;
import dev.trueup.store.StoreRecords;
import dev.trueup.store.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The stock of a WooCommerce shop. What is read: products of every status but the trash, see
/// [InventoryReader]. What is written: `inventory_delta`, `stock_quantity`, `manage_stock` and
/// `stock_status`, see [StockRows]; nothing else.
final class WooCommerceInventory implements StoreRecords {
  /// Rows per request are WooCommerce's limit. A shop on two cores took 85 to 125 stock updates per
  /// second from two to four writers.
  static final Capabilities CAPABILITIES =
      new Capabilities(
          100,
          100,
          AdaptiveLimit.MOST,
          Set.of(Capabilities.Feature.WRITES, Capabilities.Feature.UNTRACKED_OUT_OF_STOCK));

  private final InventoryReader reader;
  private final InventoryWriter writer;

  WooCommerceInventory(InventoryReader reader, InventoryWriter writer) {
    this.reader = reader;
    this.writer = writer;
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public RecordPage page(Optional<String> cursor) {
    return reader.page(cursor);
  }

  @Override
  public List<StoreRecord> some(Collection<RecordRef> refs) {
    return reader.some(refs);
  }

  /// Products together, variations product by product: WooCommerce has a batch address for each.
  ///
  /// @throws IllegalArgumentException when one item is written twice: two requests for it could be
  ///   in flight at once, and a delta is not atomic
  @Override
  public List<List<Write>> requests(List<Write> writes) {
    Set<String> ids = new HashSet<>();
    Map<String, List<Write>> byParent = new LinkedHashMap<>();
    for (Write write : writes) {
      if (!ids.add(write.ref().id())) {
        throw new IllegalArgumentException("item " + write.ref().id() + " is written twice");
      }
      byParent.computeIfAbsent(write.ref().parentId(), _ -> new ArrayList<>()).add(write);
    }
    var requests = new ArrayList<List<Write>>();
    for (List<Write> group : byParent.values()) {
      requests.addAll(StoreRecords.super.requests(group));
    }
    return requests;
  }

  @Override
  public List<Outcome> write(String key, List<Write> writes, Instant deadline) {
    if (requests(writes).size() > 1) {
      throw new IllegalArgumentException("these writes do not fit into one request");
    }
    return writes.isEmpty() ? List.of() : writer.write(writes, deadline);
  }
}
