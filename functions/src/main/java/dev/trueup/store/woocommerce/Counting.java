package dev.trueup.store.woocommerce;

/// Where the stock of an item is counted: `manage_stock`, which is true, false or "parent".
enum Counting {
  ITSELF,
  /// On the product, for all its variations together.
  PARENT,
  NOT
}
