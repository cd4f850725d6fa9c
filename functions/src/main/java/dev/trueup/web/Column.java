package dev.trueup.web;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a table can be sorted by.
enum Column {
  NAME("Product"),
  SKU("SKU"),
  WOOCOMMERCE("WooCommerce"),
  SHOPIFY("Shopify"),
  AFTER("New"),
  CHANGE("Δ");

  private final String label;

  Column(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  boolean numeric() {
    return compareTo(WOOCOMMERCE) >= 0;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static boolean sorts(String sort) {
    return of(sort).isPresent();
  }

  /// The order that `name` or `-name` stands for; what has no value comes last either way.
  static Optional<Comparator<Row>> of(String sort) {
    boolean down = sort.startsWith("-");
    String code = down ? sort.substring(1) : sort;
    return Stream.of(values())
        .filter(column -> column.code().equals(code))
        .findFirst()
        .map(column -> column.order(down));
  }

  private Comparator<Row> order(boolean down) {
    return switch (this) {
      case NAME -> text(Row::name, down);
      case SKU -> text(Row::sku, down);
      case WOOCOMMERCE -> number(Row::woocommerce, down);
      case SHOPIFY -> number(Row::shopify, down);
      case AFTER -> number(Row::after, down);
      case CHANGE -> number(Row::difference, down);
    };
  }

  private static Comparator<Row> text(Function<Row, String> key, boolean down) {
    Comparator<Row> order = Comparator.comparing(key, String.CASE_INSENSITIVE_ORDER);
    return Comparator.<Row, Boolean>comparing(row -> key.apply(row).isEmpty())
        .thenComparing(down ? order.reversed() : order);
  }

  private static Comparator<Row> number(Function<Row, @Nullable Long> key, boolean down) {
    return (one, other) -> {
      Long left = key.apply(one);
      Long right = key.apply(other);
      if (left == null || right == null) {
        return Boolean.compare(left == null, right == null);
      }
      return down ? right.compareTo(left) : left.compareTo(right);
    };
  }
}
