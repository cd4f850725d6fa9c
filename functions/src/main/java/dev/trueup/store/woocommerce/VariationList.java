package dev.trueup.store.woocommerce;

import dev.trueup.store.StoreException;
import org.jspecify.annotations.Nullable;

/// Whether a shop has the list of all variations (since WooCommerce 10.3); asked once.
final class VariationList {
  private final WooCommerceClient client;
  private volatile @Nullable Boolean exists;

  VariationList(WooCommerceClient client) {
    this.client = client;
  }

  boolean exists() {
    Boolean known = exists;
    if (known == null) {
      known = ask();
      exists = known;
    }
    return known;
  }

  private boolean ask() {
    try {
      client.get(Query.of(StockItems.VARIATIONS).with("per_page", 1).with("_fields", "id"));
      return true;
    } catch (StoreException e) {
      if (e.kind() == StoreException.Kind.NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }
}
