package dev.trueup.sandbox.shopify;

import java.util.Optional;

/// The bulk operations of the app.
final class BulkOperations {
  Optional<Object> find(long number) {
    return Optional.empty();
  }
}
