package dev.trueup.web;

import dev.trueup.catalog.Inventory;
import dev.trueup.catalog.Platform;
import dev.trueup.catalog.Value;
import dev.trueup.compare.FieldDifference;
import dev.trueup.plan.Action;
import dev.trueup.plan.Change;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A line of a run as a table shows it.
record Row(Line line) {
  private static final int LONGEST_NAME = 160;

  private Change change() {
    return line.change();
  }

  int seq() {
    return change().seq();
  }

  String name() {
    return change().name();
  }

  /// The name, or enough of it to know which it is.
  String shortName() {
    String name = name().isBlank() ? "(no name)" : name();
    return name.codePointCount(0, name.length()) > LONGEST_NAME
        ? name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "…"
        : name;
  }

  String sku() {
    return change().sku();
  }

  boolean writable() {
    return change().action().writable();
  }

  /// What happens to it besides a plain change; empty for a plain one.
  String action() {
    return switch (change().action()) {
      case ZERO -> "set to 0";
      case UNPUBLISH -> "unpublish";
      case UPDATE, MISSING_IN_DESTINATION, MISSING_IN_SOURCE, AMBIGUOUS, REFUSED, IN_SYNC -> "";
    };
  }

  @Nullable Long woocommerce() {
    return quantity(values(Platform.WOOCOMMERCE));
  }

  @Nullable Long shopify() {
    return quantity(values(Platform.SHOPIFY));
  }

  /// The quantity the destination is to have; null when that stays as it is.
  @Nullable Long after() {
    return quantity(change().after());
  }

  /// How much the destination's quantity moves.
  @Nullable Long difference() {
    Long after = after();
    Long before = quantity(change().destinationValues());
    return after == null || before == null ? null : after - before;
  }

  String woocommerceText() {
    return text(values(Platform.WOOCOMMERCE));
  }

  String shopifyText() {
    return text(values(Platform.SHOPIFY));
  }

  String afterText() {
    Long after = after();
    if (after != null) {
      return Phrase.number(after);
    }
    return change().after().containsKey(Inventory.QUANTITY) ? "not counted" : "";
  }

  /// What changes besides the quantity.
  List<String> others() {
    return change().fields().stream()
        .filter(field -> !field.name().equals(Inventory.QUANTITY))
        .filter(field ->
            !(field.name().equals(Inventory.TRACKED) && after() == null && !afterText().isEmpty()))
        .map(Row::text)
        .toList();
  }

  private static String text(FieldDifference field) {
    return switch (field.name()) {
      case Inventory.STATUS -> value(field.after());
      case Inventory.TRACKED ->
          field.after().equals(Value.of(true)) ? "counted from now on" : "not counted any more";
      default -> "%s: %s → %s".formatted(field.name(), value(field.before()), value(field.after()));
    };
  }

  /// Why a line is as it is, for a person.
  String remark() {
    return line.error().isEmpty() ? change().note() : line.error();
  }

  /// What became of it, in a word; empty when nothing did yet.
  String outcome() {
    String outcome = line.outcome().orElse("");
    if (line.done() && !line.error().isEmpty()) {
      return "found otherwise";
    }
    return outcome.equals("alreadySo") ? "already so" : outcome;
  }

  String tone() {
    return switch (outcome()) {
      case "applied", "already so" -> "good";
      case "skipped", "" -> "quiet";
      case "conflict", "unknown" -> "warn";
      default -> "bad";
    };
  }

  boolean outOfStock(Platform platform) {
    return Inventory.OUT_OF_STOCK.equals(values(platform).get(Inventory.STATUS));
  }

  static String value(Value value) {
    return switch (value) {
      case Value.Absent _ -> "none";
      case Value.Text(String text) when text.equals("instock") -> "in stock";
      case Value.Text(String text) when text.equals("outofstock") -> "out of stock";
      case Value.Text _, Value.Whole _, Value.Amount _, Value.Flag _, Value.Items _ ->
          value.toString();
    };
  }

  private Map<String, Value> values(Platform platform) {
    return line.run().pair().sourceOfTruth() == platform
        ? change().sourceValues()
        : change().destinationValues();
  }

  private String text(Map<String, Value> values) {
    Long quantity = quantity(values);
    if (quantity != null) {
      return Phrase.number(quantity);
    }
    if (values.isEmpty()) {
      return change().action() == Action.AMBIGUOUS ? "" : "–";
    }
    return "not counted";
  }

  private static @Nullable Long quantity(Map<String, Value> values) {
    return values.get(Inventory.QUANTITY) instanceof Value.Whole(long number) ? number : null;
  }
}
