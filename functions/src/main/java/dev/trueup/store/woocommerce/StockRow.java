package dev.trueup.store.woocommerce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trueup.store.Outcome;

/// What to do about one write, given what the shop has now.
sealed interface StockRow {

  /// Nothing to send.
  record Settled(Outcome outcome) implements StockRow {}

  /// A row of a batch request.
  ///
  /// @param found what the shop has now
  /// @param json the row: the id, and only what is to change
  record Change(StockItem found, ObjectNode json) implements StockRow {}
}
