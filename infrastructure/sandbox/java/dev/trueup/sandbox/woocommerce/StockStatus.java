package dev.trueup.sandbox.woocommerce;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Whether an item can be bought.
enum StockStatus {
  INSTOCK,
  OUTOFSTOCK,
  ONBACKORDER;

  static final List<String> WORDS = List.of("instock", "outofstock", "onbackorder");

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// An unknown word is `instock`, as WooCommerce's setter has it.
  static StockStatus of(String word) {
    return Arrays.stream(values()).filter(s -> s.word().equals(word)).findFirst().orElse(INSTOCK);
  }

  /// The status of an item whose stock is managed.
  static StockStatus derived(int quantity, Backorders backorders) {
    if (quantity > 0) {
      return INSTOCK;
    }
    return backorders == Backorders.NO ? OUTOFSTOCK : ONBACKORDER;
  }
}
