package dev.trueup.sandbox.shopify;

import java.time.Instant;

/// How much of one item one location holds.
///
/// @param available what can be sold; may be negative
/// @param committed what is sold and not yet sent
record StockLevel(boolean active, int available, int committed, Instant updatedAt) {
  int onHand() {
    return available + committed;
  }

  int quantity(String name) {
    return switch (name) {
      case "available" -> available;
      case "committed" -> committed;
      case "on_hand" -> onHand();
      default -> 0;
    };
  }
}
