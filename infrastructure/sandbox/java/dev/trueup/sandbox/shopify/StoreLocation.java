package dev.trueup.sandbox.shopify;

import org.jspecify.annotations.Nullable;

/// A place that holds stock.
///
/// @param index its position among the locations of the store, and of its level in each variant
/// @param fulfillmentService the service that owns it, or null for the merchant's own
record StoreLocation(int index, String name, boolean active, @Nullable String fulfillmentService) {
  private static final long FIRST = 106_318_430_500L;
  private static final long FIRST_LEVEL = 143_273_001_200L;

  static int indexOf(long number) {
    return Math.toIntExact(Math.clamp(number - FIRST, -1L, Integer.MAX_VALUE));
  }

  static int indexOfLevel(long levelNumber) {
    return Math.toIntExact(Math.clamp(levelNumber - FIRST_LEVEL, -1L, Integer.MAX_VALUE));
  }

  long number() {
    return FIRST + index;
  }

  long levelNumber() {
    return FIRST_LEVEL + index;
  }

  String gid() {
    return Gid.of("Location", number());
  }
}
