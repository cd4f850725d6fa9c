package dev.trueup.store.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trueup.store.StoreException;

/// What became of one operation sent to Shopify, all its attempts together.
sealed interface Exchange {

  /// A query was answered in full, or a mutation was carried out: its payload is there, with
  /// whatever `userErrors` it holds.
  ///
  /// @param data the `data` of the answer
  /// @param version the API version that answered
  /// @param afterLoss whether an earlier attempt may have been carried out
  record Answered(JsonNode data, String version, boolean afterLoss) implements Exchange {}

  /// It did not work.
  ///
  /// @param unclear whether a mutation may have been carried out all the same
  /// @param code Shopify's word for it, or empty
  record Failed(StoreException problem, boolean unclear, String code) implements Exchange {}
}
