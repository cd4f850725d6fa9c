package dev.trueup.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Stock per variant.
///
/// | field | value |
/// | --- | --- |
/// | `quantity` | [Value.Whole], units available; absent when stock is not tracked |
/// | `status` | [Value.Text], `instock` or `outofstock`: whether it can be bought now |
/// | `tracked` | [Value.Flag], whether the store counts this item |
public final class Inventory implements Resource {
  public static final String QUANTITY = "quantity";
  public static final String STATUS = "status";
  public static final String TRACKED = "tracked";

  public static final Value IN_STOCK = Value.of("instock");
  public static final Value OUT_OF_STOCK = Value.of("outofstock");

  public static final Inventory RESOURCE = new Inventory();

  private static final List<MatchKey> KEYS =
      List.of(MatchKey.SKU, new MatchKey("name", Inventory::nameAndOptions));

  private Inventory() {}

  @Override
  public String name() {
    return "inventory";
  }

  @Override
  public List<String> fields() {
    return List.of(QUANTITY, STATUS, TRACKED);
  }

  @Override
  public List<MatchKey> keys() {
    return KEYS;
  }

  /// The values of an item whose stock is counted.
  public static Map<String, Value> tracked(long quantity, boolean inStock) {
    return Map.of(QUANTITY, Value.of(quantity), STATUS, status(inStock), TRACKED, Value.of(true));
  }

  /// The values of an item whose stock is not counted.
  public static Map<String, Value> untracked(boolean inStock) {
    return Map.of(QUANTITY, Value.absent(), STATUS, status(inStock), TRACKED, Value.of(false));
  }

  public static Value status(boolean inStock) {
    return inStock ? IN_STOCK : OUT_OF_STOCK;
  }

  /// Option values in any order: the platforms do not agree on it, nor on the names of options.
  private static Optional<String> nameAndOptions(StoreRecord storeRecord) {
    String name = MatchKey.fold(storeRecord.name());
    if (name.isEmpty()) {
      return Optional.empty();
    }
    var options = new TreeSet<String>();
    storeRecord.options().forEach(option -> options.add(MatchKey.fold(option)));
    return Optional.of(name + "\u0000" + String.join("\u0000", options));
  }
}
