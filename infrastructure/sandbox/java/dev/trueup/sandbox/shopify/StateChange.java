package dev.trueup.sandbox.shopify;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/// One change of what the store holds. The state moves only through these, so that replaying the
/// journal gives the same store.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
@JsonSubTypes({
  @JsonSubTypes.Type(value = StateChange.LevelSet.class, name = "level"),
  @JsonSubTypes.Type(value = StateChange.ItemSet.class, name = "item"),
  @JsonSubTypes.Type(value = StateChange.VariantRemoved.class, name = "removed"),
  @JsonSubTypes.Type(value = StateChange.KeyUsed.class, name = "key")
})
sealed interface StateChange {

  /// The stock of a variant at a location, by their number and index.
  record LevelSet(long variant, int location, StockLevel level) implements StateChange {}

  record ItemSet(long variant, ItemDetails item, Instant at) implements StateChange {}

  record VariantRemoved(long variant, Instant at) implements StateChange {}

  /// An idempotency key and the answer to replay for it.
  record KeyUsed(String key, String fingerprint, WriteAnswer answer, Instant at)
      implements StateChange {}
}
