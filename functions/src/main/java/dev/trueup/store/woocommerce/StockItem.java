package dev.trueup.store.woocommerce;

import dev.trueup.catalog.Facets;
import dev.trueup.catalog.Inventory;
import dev.trueup.catalog.RecordRef;
import dev.trueup.catalog.StoreRecord;
import dev.trueup.catalog.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A product or variation as WooCommerce has it.
///
/// @param type `simple`, `variable`, `variation`, `grouped`, `external`, or a plugin's own
/// @param name plain text; empty for a variation
/// @param quantity 0 where the shop has none: WooCommerce counts from 0 then
/// @param inStock whether it can be bought now; on back order it can
/// @param backorders whether it can be bought when there are none left
record StockItem(
    RecordRef ref,
    String type,
    String name,
    String sku,
    List<String> options,
    Counting counting,
    BigDecimal quantity,
    boolean inStock,
    boolean backorders,
    Facets facets) {

  /// Whether its variations are what is sold; plugins add kinds such as `variable-subscription`.
  boolean hasVariations() {
    return type.startsWith("variable");
  }

  /// Whether it is one thing with a stock of its own. Grouped products are lists of others,
  /// external ones are sold elsewhere.
  boolean isUnit() {
    return !hasVariations() && !type.equals("grouped") && !type.equals("external");
  }

  boolean tracked() {
    return counting != Counting.NOT;
  }

  /// Plugins let shops count in fractions.
  boolean countsInWholes() {
    return quantity.stripTrailingZeros().scale() <= 0 && quantity.toBigInteger().bitLength() < 63;
  }

  long units() {
    return quantity.longValueExact();
  }

  Map<String, Value> values() {
    if (!tracked()) {
      return Inventory.untracked(inStock);
    }
    return countsInWholes()
        ? Inventory.tracked(units(), inStock)
        : Map.of(Inventory.STATUS, Inventory.status(inStock), Inventory.TRACKED, Value.of(true));
  }

  /// Why its stock cannot be written or copied, or null when it can.
  ///
  /// @param product how its product is called in the sentence
  @Nullable String restriction(String product) {
    if (counting == Counting.PARENT) {
      return "Its stock is counted on %s together with that of the other variations, so it"
              .formatted(product)
          + " cannot be written or copied for one variation alone: switch on “Manage stock?” of the"
          + " variation in WooCommerce.";
    }
    if (tracked() && !countsInWholes()) {
      return "WooCommerce counts %s of it, and only whole numbers can be compared and written."
          .formatted(quantity.toPlainString());
    }
    return null;
  }

  StoreRecord toRecord() {
    return toRecord(new Parent(name, facets));
  }

  StoreRecord toRecord(Parent parent) {
    return new StoreRecord(
        ref,
        parent.name(),
        sku,
        options,
        values(),
        parent.facets(),
        restriction("the product “" + parent.name() + "”"));
  }
}
