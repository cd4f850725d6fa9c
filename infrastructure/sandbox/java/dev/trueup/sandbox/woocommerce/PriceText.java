package dev.trueup.sandbox.woocommerce;

import java.util.List;
import java.util.regex.Pattern;

/// Prices as WooCommerce reads and shows them, in a shop whose decimal separator is a dot.
final class PriceText {
  private static final Pattern NOT_PRICE = Pattern.compile("\\.(?![^.]+$)|[^0-9.-]");

  private PriceText() {}

  /// What is stored for a text: everything but digits, minus and the last dot is dropped, so
  /// `12,50` becomes `1250` and `abc` becomes nothing.
  static String stored(String written) {
    String kept = NOT_PRICE.matcher(written).replaceAll("");
    return kept.matches("-?\\d*\\.?\\d+") ? kept : "";
  }

  static String html(Item item) {
    List<String> prices = item.prices().toList();
    if (item.price().isEmpty()) {
      return "";
    }
    if (prices.size() > 1 && !prices.getFirst().equals(prices.getLast())) {
      return range(prices.getFirst(), prices.getLast());
    }
    return item.onSale() && item.kind != Kind.VARIABLE
        ? sale(item.regularPrice, item.salePrice)
        : "<span class=\"woocommerce-Price-amount amount\">" + amount(item.price());
  }

  private static String range(String low, String high) {
    String open = "<span class=\"woocommerce-Price-amount amount\" aria-hidden=\"true\">";
    return open
        + amount(low)
        + " <span aria-hidden=\"true\">&ndash;</span> "
        + open
        + amount(high)
        + "<span class=\"screen-reader-text\">Price range: &euro;"
        + low
        + " through &euro;"
        + high
        + "</span>";
  }

  private static String sale(String regular, String sale) {
    String open = "<span class=\"woocommerce-Price-amount amount\">";
    return "<del aria-hidden=\"true\">"
        + open
        + amount(regular)
        + "</del> <span class=\"screen-reader-text\">Original price was: &euro;"
        + regular
        + ".</span><ins aria-hidden=\"true\">"
        + open
        + amount(sale)
        + "</ins><span class=\"screen-reader-text\">Current price is: &euro;"
        + sale
        + ".</span>";
  }

  private static String amount(String price) {
    return "<bdi><span class=\"woocommerce-Price-currencySymbol\">&euro;</span>"
        + price
        + "</bdi></span>";
  }
}
