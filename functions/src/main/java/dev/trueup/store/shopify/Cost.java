package dev.trueup.store.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// What an answer says about points: `extensions.cost` (shopify.dev, API rate limits).
///
/// @param requested what the bucket had to hold before the request was carried out
/// @param actual what it took; 0 when the request was throttled
/// @param available what the bucket held when the answer was made
/// @param restoreRate points per second
record Cost(double requested, double actual, double available, double maximum, double restoreRate) {

  /// Empty when the answer does not tell.
  static Optional<Cost> of(JsonNode answer) {
    JsonNode cost = answer.path("extensions").path("cost");
    JsonNode bucket = cost.path("throttleStatus");
    if (!cost.path("requestedQueryCost").isNumber()
        || !bucket.path("currentlyAvailable").isNumber()
        || bucket.path("maximumAvailable").asDouble() <= 0
        || bucket.path("restoreRate").asDouble() <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Cost(
            cost.path("requestedQueryCost").asDouble(),
            cost.path("actualQueryCost").asDouble(0),
            bucket.path("currentlyAvailable").asDouble(),
            bucket.path("maximumAvailable").asDouble(),
            bucket.path("restoreRate").asDouble()));
  }
}
