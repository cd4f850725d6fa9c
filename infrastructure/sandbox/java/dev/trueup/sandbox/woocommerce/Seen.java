package dev.trueup.sandbox.woocommerce;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one request had loaded of the items it writes when it came in. WooCommerce's read and write
/// of a stock are two steps: where two requests change one item at a time, the later write starts
/// from what was there before the earlier one, and that one is lost.
final class Seen {
  private record Loaded(int writes, @Nullable Integer quantity) {}

  private final Map<Integer, Loaded> loaded = new HashMap<>();

  static Seen of(Catalogue catalogue, List<Integer> ids) {
    Seen seen = new Seen();
    ids.forEach(id -> catalogue.find(id).ifPresent(seen::load));
    return seen;
  }

  private void load(Item item) {
    loaded.put(item.id, new Loaded(item.writes, item.quantity));
  }

  /// The quantity this request starts from; its own writes are known to it.
  @Nullable Integer quantity(Item item) {
    Loaded before = loaded.get(item.id);
    return before == null || before.writes == item.writes ? item.quantity : before.quantity;
  }

  /// To be said after a write of this request.
  void wrote(Item item) {
    load(item);
  }
}
