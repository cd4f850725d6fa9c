package dev.trueup.store.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trueup.store.Outcome;
import java.math.BigDecimal;

/// What became of a row, from the answer in its place: errors sit in the same position as the row
/// they are about. WooCommerce also says "200" to what it ignored, so the answer is compared with
/// what was asked.
///
/// A quantity that is still the old one was ignored (or as much was sold in between as was added,
/// which verification shows). A quantity that is neither the old one nor the one asked for is a
/// sale in between, which the delta has kept: that is applied. So is a counted item whose status is
/// not the one expected: the shop's own threshold for "out of stock" decided.
record StockAnswer(StockRow.Change change) {

  Outcome outcome(JsonNode answer) {
    if (answer.has("error")) {
      return refused(Refusal.of(answer.path("error")));
    }
    if (StockItems.id(answer) != StockItems.id(change.json())) {
      return new Outcome.Unknown("WooCommerce's answer leaves it out.");
    }
    try {
      return carriedOut(StockItems.item(answer, change.found().ref().parentId()));
    } catch (MalformedItemException e) {
      return new Outcome.Unknown(String.valueOf(e.getMessage()));
    }
  }

  private static Outcome refused(Refusal refusal) {
    String sentence = "WooCommerce refuses it (" + refusal.code() + ")" + refusal.quoted() + ".";
    return refusal.status() >= 500 ? new Outcome.Unknown(sentence) : new Outcome.Refused(sentence);
  }

  private Outcome carriedOut(StockItem now) {
    if (now.tracked() != change.json().path("manage_stock").asBoolean(change.found().tracked())) {
      return ignored(
          "whether it is counted: is “Enable stock management” switched on in WooCommerce →"
              + " Settings → Products → Inventory?");
    }
    if (asksForAnotherQuantity() && now.quantity().compareTo(change.found().quantity()) == 0) {
      return ignored("its quantity, which is still " + now.quantity().toPlainString() + ".");
    }
    JsonNode status = change.json().path("stock_status");
    if (status.isTextual() && status.asText().equals("instock") != now.inStock()) {
      return ignored("its stock status.");
    }
    return new Outcome.Applied();
  }

  private boolean asksForAnotherQuantity() {
    JsonNode quantity = change.json().path("stock_quantity");
    return change.json().path("inventory_delta").asLong(0) != 0
        || (quantity.isNumber()
            && BigDecimal.valueOf(quantity.asLong()).compareTo(change.found().quantity()) != 0);
  }

  private static Outcome ignored(String what) {
    return new Outcome.Failed("WooCommerce took the change and did not change " + what);
  }
}
