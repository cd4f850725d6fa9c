package dev.trueup.sandbox.shopify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One row of `InventorySetQuantitiesInput.quantities` or `InventoryAdjustQuantitiesInput.changes`.
///
/// @param amount the quantity to set, or the delta
/// @param changeFromQuantity the value the caller expects, or null not to compare
record QuantityRow(
    int index,
    String itemId,
    String locationId,
    int amount,
    @Nullable Integer changeFromQuantity,
    boolean hasLedgerDocument) {

  /// @param type the input type, for the message
  /// @throws ApiException when a row does not say `changeFromQuantity`, be it null: since 2026-04
  ///   the schema allows leaving it out and the API does not
  static List<QuantityRow> of(Object rows, String type, String amountName) {
    List<QuantityRow> read = new ArrayList<>();
    for (Object row : (List<?>) rows) {
      Map<?, ?> fields = (Map<?, ?>) row;
      if (!fields.containsKey("changeFromQuantity")) {
        throw new ApiException(
            "INVALID_FIELD_ARGUMENTS",
            type + " must include the following argument: changeFromQuantity.");
      }
      read.add(
          new QuantityRow(
              read.size(),
              text(fields, "inventoryItemId"),
              text(fields, "locationId"),
              (Integer) Objects.requireNonNull(fields.get(amountName)),
              (Integer) fields.get("changeFromQuantity"),
              fields.get("ledgerDocumentUri") != null));
    }
    return read;
  }

  private static String text(Map<?, ?> fields, String name) {
    return String.valueOf(fields.get(name));
  }
}
