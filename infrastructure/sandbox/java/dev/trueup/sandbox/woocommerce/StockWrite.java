package dev.trueup.sandbox.woocommerce;

import org.jspecify.annotations.Nullable;

/// The stock fields of a write.
record StockWrite(Item item, WriteBody body, Seen seen) {

  void apply() {
    if (body.has("manage_stock")) {
      item.managesStock = body.flag("manage_stock");
    }
    if (body.has("backorders")) {
      item.backorders = Backorders.of(body.text("backorders"));
    }
    if (body.has("stock_status")) {
      item.stockStatus = StockStatus.of(body.text("stock_status"));
    }
    if (item.managesStock) {
      count();
    }
  }

  private void count() {
    if (body.has("stock_quantity")) {
      item.quantity = body.whole("stock_quantity");
    } else if (body.has("inventory_delta")) {
      @Nullable Integer before = seen.quantity(item);
      item.quantity = (before == null ? 0 : before) + body.whole("inventory_delta");
    }
  }
}
