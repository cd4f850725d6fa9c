package dev.trueup.sandbox.shopify;

import dev.trueup.sandbox.shopify.WriteAnswer.LevelId;
import dev.trueup.sandbox.shopify.WriteAnswer.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The refusals of the rows of a quantity mutation, collected.
final class QuantityChecks {
  private static final int LIMIT = 1_000_000_000;

  private final String list;
  private final List<Refusal> refusals = new ArrayList<>();

  /// @param list the input field that holds the rows, for the paths
  QuantityChecks(String list) {
    this.list = list;
  }

  List<Refusal> refusals() {
    return refusals;
  }

  void bounds(List<QuantityRow> rows, String name) {
    for (QuantityRow row : rows) {
      if (row.amount() < 0 && row.amount() >= -LIMIT && name.equals("on_hand")) {
        refuse(row, "quantity", "INVALID_QUANTITY_NEGATIVE", "The quantity can't be negative.");
      } else {
        withinBounds(row, row.amount());
      }
    }
  }

  /// Every row of a group that names the same item and location.
  void duplicates(List<QuantityRow> rows) {
    Map<String, Integer> times = new HashMap<>();
    for (QuantityRow row : rows) {
      times.merge(pair(row), 1, Integer::sum);
    }
    for (QuantityRow row : rows) {
      if (times.getOrDefault(pair(row), 0) > 1) {
        refuse(
            row,
            "locationId",
            "NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR",
            "The combination of inventoryItemId and locationId must be unique.");
      }
    }
  }

  private static String pair(QuantityRow row) {
    return row.itemId() + " " + row.locationId();
  }

  /// The level a row is about, unless its item or location is not to be had.
  Optional<LevelId> target(QuantityRow row, Catalogue catalogue) {
    Optional<StoreVariant> variant = catalogue.item(row.itemId());
    Optional<StoreLocation> location = catalogue.location(row.locationId());
    if (variant.isEmpty()) {
      refuse(
          row,
          "inventoryItemId",
          "INVALID_INVENTORY_ITEM",
          "The specified inventory item could not be found.");
    } else if (variant.get().bundle) {
      refuse(
          row,
          "inventoryItemId",
          "NON_MUTABLE_INVENTORY_ITEM",
          "The specified inventory item is not allowed to be adjusted via API.");
      return Optional.empty();
    }
    if (location.isEmpty()) {
      refuse(row, "locationId", "INVALID_LOCATION", "The specified location could not be found.");
    }
    return variant.flatMap(
        found -> location.map(place -> new LevelId(found.number, place.index())));
  }

  void unmoved(QuantityRow row, int seen) {
    Integer expected = row.changeFromQuantity();
    if (expected != null && expected != seen) {
      refuse(
          row,
          "changeFromQuantity",
          "CHANGE_FROM_QUANTITY_STALE",
          "The changeFromQuantity argument no longer matches the persisted quantity.");
    }
  }

  int withinBounds(QuantityRow row, long quantity) {
    if (quantity < -LIMIT) {
      refuse(
          row,
          "quantity",
          "INVALID_QUANTITY_TOO_LOW",
          "The quantity can't be lower than -1,000,000,000.");
    } else if (quantity > LIMIT) {
      refuse(
          row,
          "quantity",
          "INVALID_QUANTITY_TOO_HIGH",
          "The quantity can't be higher than 1,000,000,000.");
    }
    return Math.toIntExact(Math.clamp(quantity, -LIMIT, LIMIT));
  }

  private void refuse(QuantityRow row, String field, String code, String message) {
    refusals.add(new Refusal(code, List.of("input", list, "" + row.index(), field), message));
  }
}
