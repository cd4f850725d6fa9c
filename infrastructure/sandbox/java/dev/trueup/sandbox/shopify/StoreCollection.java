package dev.trueup.sandbox.shopify;

import java.util.List;

/// A manual collection, made of the products whose seed names it as a category.
final class StoreCollection {
  static final long FIRST = 301_000_000_000L;

  final long number;
  final String title;
  volatile List<StoreProduct> products = List.of();

  StoreCollection(long number, String title) {
    this.number = number;
    this.title = title;
  }

  String gid() {
    return Gid.of("Collection", number);
  }
}
