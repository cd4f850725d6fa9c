package dev.trueup.store.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trueup.store.StoreException;
import java.util.OptionalLong;

/// What came of one request.
sealed interface Reply {

  /// The shop did it and said so.
  ///
  /// @param total `X-WP-Total`: how long the whole list is, where the answer is a part of one
  record Answered(JsonNode body, OptionalLong total) implements Reply {}

  /// It was surely not carried out.
  record Denied(StoreException why) implements Reply {}

  /// Nobody knows whether it was carried out: no answer, or one that makes no sense.
  record Lost(StoreException why) implements Reply {}
}
