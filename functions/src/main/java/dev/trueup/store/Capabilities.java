package dev.trueup.store;

import java.time.Duration;
import java.util.Set;

/// What a store can do for one resource: the engine asks here, never for the platform's name.
///
/// @param maxItemsPerWrite rows of one write request
/// @param itemsPerSecond how many items it takes per second, roughly: sizes a batch
/// @param requestsInFlight how many write requests may be offered at once; the adapter paces them
/// @param features what it has
public record Capabilities(
    int maxItemsPerWrite, int itemsPerSecond, int requestsInFlight, Set<Feature> features) {
  public enum Feature {
    /// Takes writes at all; an export file does not.
    WRITES,
    /// Refuses a write itself when the value moved, so that a sale is never lost.
    COMPARE_AND_SET,
    /// The same request with the same key is carried out once.
    IDEMPOTENCY_KEYS,
    /// An item whose stock is not counted can be out of stock.
    UNTRACKED_OUT_OF_STOCK
  }

  public Capabilities {
    if (maxItemsPerWrite < 1 || itemsPerSecond < 1 || requestsInFlight < 1) {
      throw new IllegalArgumentException("capabilities are positive numbers");
    }
    features = Set.copyOf(features);
  }

  public boolean has(Feature feature) {
    return features.contains(feature);
  }

  /// How many items a stretch of time has room for; at least one full request.
  public int itemsIn(Duration time) {
    return Math.toIntExact(
        Math.clamp(itemsPerSecond * time.toSeconds(), maxItemsPerWrite, Integer.MAX_VALUE));
  }
}
