package dev.trueup.sandbox.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A product or a variation as the database holds it. Guarded by the [Catalogue]'s lock.
final class Item {
  final int id;
  final Kind kind;

  /// The product of a variation.
  final @Nullable Item parent;

  /// Encoded for HTML, as WordPress stores it.
  String name = "";

  String slug = "";
  String description = "";
  String shortDescription = "";
  String sku = "";
  String barcode = "";
  String status = "publish";
  String weight = "";

  /// Empty for none; what was written, not a number.
  String regularPrice = "";

  String salePrice = "";
  boolean managesStock;
  @Nullable Integer quantity;
  StockStatus stockStatus = StockStatus.INSTOCK;
  Backorders backorders = Backorders.NO;
  long createdSecond;
  long modifiedSecond;
  int totalSales;
  int menuOrder;
  List<Integer> categories = List.of();
  List<Integer> tags = List.of();

  /// Of a product.
  List<Option> options = List.of();

  /// Of a variation, one per varying option of its product; empty for "any".
  List<String> choices = List.of();

  List<ObjectNode> meta = List.of();

  /// Real fields that nothing here depends on, by name.
  Map<String, JsonNode> others = Map.of();

  /// By id.
  List<Item> variations = List.of();

  /// Counts writes through the API.
  int writes;

  Item(int id, Kind kind, @Nullable Item parent) {
    this.id = id;
    this.kind = kind;
    this.parent = parent;
  }

  boolean isVariation() {
    return kind == Kind.VARIATION;
  }

  boolean isTrashed() {
    return status.equals("trash") || (parent != null && parent.status.equals("trash"));
  }

  Item product() {
    return parent == null ? this : parent;
  }

  /// The item whose stock is this one's: itself, or its product where the product counts for it.
  Item stockHolder() {
    return parent != null && !managesStock && parent.managesStock ? parent : this;
  }

  boolean isParentManaged() {
    return stockHolder() != this;
  }

  @Nullable Integer shownQuantity() {
    return stockHolder().quantity;
  }

  /// Takes part in what a customer can buy: a product with variations is not bought itself.
  boolean isSellable() {
    return kind != Kind.VARIABLE;
  }

  boolean onSale() {
    return kind == Kind.VARIABLE
        ? liveVariations().anyMatch(Item::onSale)
        : !salePrice.isEmpty() && !price().isEmpty();
  }

  /// What it costs now; of a product with variations the lowest.
  String price() {
    if (kind == Kind.VARIABLE) {
      return prices().findFirst().orElse("");
    }
    return salePrice.isEmpty() ? regularPrice : salePrice;
  }

  /// Those not in the trash.
  Stream<Item> liveVariations() {
    return variations.stream().filter(variation -> !variation.status.equals("trash"));
  }

  /// Prices of the variations, lowest first.
  Stream<String> prices() {
    return liveVariations()
        .map(Item::price)
        .filter(price -> !price.isEmpty())
        .sorted(java.util.Comparator.comparing(BigDecimal::new));
  }

  List<Option> varyingOptions() {
    return options.stream().filter(Option::variation).toList();
  }

  /// "Blue, L"
  String choicesText() {
    return String.join(", ", choices.stream().filter(choice -> !choice.isEmpty()).toList());
  }

  /// The name of the product, and for a variation what was chosen.
  String fullName() {
    return parent == null ? name : parent.name + " - " + choicesText();
  }

  Optional<JsonNode> other(String field) {
    return Optional.ofNullable(others.get(field));
  }

  void setOther(String field, JsonNode value) {
    Map<String, JsonNode> changed = new TreeMap<>(others);
    changed.put(field, value);
    others = changed;
  }

  void addVariation(Item variation) {
    List<Item> grown = new ArrayList<>(variations);
    grown.add(variation);
    variations = grown;
  }

  /// What WooCommerce does on every save, whatever was set before.
  void align() {
    dropSenselessSale();
    if (!managesStock) {
      quantity = null;
      backorders = Backorders.NO;
    } else {
      stockStatus = StockStatus.derived(quantity == null ? 0 : quantity, backorders);
    }
    if (isParentManaged()) {
      stockStatus = stockHolder().stockStatus;
    }
  }

  private void dropSenselessSale() {
    if (salePrice.isEmpty()) {
      return;
    }
    BigDecimal regular = regularPrice.isEmpty() ? BigDecimal.ZERO : new BigDecimal(regularPrice);
    if (new BigDecimal(salePrice).compareTo(regular) >= 0) {
      salePrice = "";
    }
  }

  /// A product with variations is what its variations are, unless it counts for them.
  void syncWithVariations() {
    if (kind != Kind.VARIABLE) {
      return;
    }
    if (managesStock) {
      liveVariations().filter(Item::isParentManaged).forEach(v -> v.stockStatus = stockStatus);
    } else if (liveVariations().anyMatch(v -> v.stockStatus == StockStatus.INSTOCK)) {
      stockStatus = StockStatus.INSTOCK;
    } else {
      boolean backorder = liveVariations().anyMatch(v -> v.stockStatus == StockStatus.ONBACKORDER);
      stockStatus = backorder ? StockStatus.ONBACKORDER : StockStatus.OUTOFSTOCK;
    }
  }
}
