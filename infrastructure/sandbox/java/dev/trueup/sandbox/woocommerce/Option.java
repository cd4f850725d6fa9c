package dev.trueup.sandbox.woocommerce;

import java.util.List;

/// An attribute of a product, kept on the product itself (not one of the shop's global ones).
///
/// @param variation whether variations choose one of the values
record Option(String name, List<String> values, int position, boolean visible, boolean variation) {
  Option {
    values = List.copyOf(values);
  }

  String slug() {
    return WebText.slug(name);
  }
}
