package dev.trueup.sandbox.shopify;

import java.util.Optional;

/// A level as it was when it was read.
record LevelView(StoreVariant variant, StoreLocation location, StockLevel level) {

  static Optional<LevelView> of(StoreVariant variant, StoreLocation location) {
    return variant.level(location).map(level -> new LevelView(variant, location, level));
  }

  String gid() {
    return Gid.ofLevel(location.levelNumber(), variant.itemNumber());
  }
}
