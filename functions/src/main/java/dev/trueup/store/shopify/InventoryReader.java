package dev.trueup.store.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trueup.catalog.Facets;
import dev.trueup.catalog.Inventory;
import dev.trueup.catalog.RecordRef;
import dev.trueup.catalog.StoreRecord;
import dev.trueup.catalog.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Makes inventory records of variants and their stock items.
///
/// | on Shopify | in the record |
/// | --- | --- |
/// | tracked | `available` at the location, or its sum; in stock above 0, or when the variant is sold on at 0 (`CONTINUE`) |
/// | not tracked | no quantity, in stock |
/// | not stocked at the location, or stocking switched off there | 0; nothing can be sold from there |
///
/// Draft and archived products are records like any other: their stock counts too.
final class InventoryReader {
  /// What Shopify calls the only option of a product without options, and its value.
  private static final List<String> NO_OPTION = List.of("Title", "Default Title");

  private final StockPlaces places;

  InventoryReader(StockPlaces places) {
    this.places = places;
  }

  /// A record, or a sentence why it cannot be understood.
  sealed interface Reading {
    record Understood(StoreRecord found) implements Reading {}

    record Rejected(String reason) implements Reading {}
  }

  /// @param variant a `ProductVariant` with its product
  /// @param item its `InventoryItem` with levels
  Reading read(JsonNode variant, JsonNode item) {
    JsonNode product = variant.path("product");
    String id = item.path("id").asText();
    String productId = product.path("id").asText();
    if (id.isEmpty() || productId.isEmpty()) {
      return new Reading.Rejected(
          "Shopify gave the variant %s without product or stock item"
              .formatted(variant.path("id").asText("?")));
    }
    String name = product.path("title").asText();
    OptionalLong quantity = quantity(item);
    if (quantity.isEmpty()) {
      return new Reading.Rejected(
          "Shopify does not tell the whole stock of %s (%s)".formatted(name, id));
    }
    return new Reading.Understood(
        new StoreRecord(
            new RecordRef(id, productId),
            name,
            item.path("sku").asText(""),
            options(variant.path("selectedOptions")),
            values(variant, item, quantity.getAsLong()),
            facets(product),
            restriction(variant, item)));
  }

  private static Map<String, Value> values(JsonNode variant, JsonNode item, long quantity) {
    if (!item.path("tracked").asBoolean()) {
      return Inventory.untracked(true);
    }
    boolean soldOn = variant.path("inventoryPolicy").asText().equals("CONTINUE");
    return Inventory.tracked(quantity, quantity > 0 || soldOn);
  }

  /// Empty when the answer does not hold all of it.
  private OptionalLong quantity(JsonNode item) {
    return switch (places) {
      case StockPlaces.One _ -> available(item.path("inventoryLevel"));
      case StockPlaces.Several several -> sum(item.path("inventoryLevels"), several);
    };
  }

  private static OptionalLong sum(JsonNode levels, StockPlaces.Several several) {
    if (levels.path("pageInfo").path("hasNextPage").asBoolean()) {
      return OptionalLong.empty();
    }
    long sum = 0;
    for (JsonNode level : levels.path("nodes")) {
      OptionalLong available = available(level);
      if (available.isEmpty()) {
        return available;
      }
      if (several.ids().contains(level.path("location").path("id").asText())) {
        sum += available.getAsLong();
      }
    }
    return OptionalLong.of(sum);
  }

  private static OptionalLong available(JsonNode level) {
    if (!isStocked(level)) {
      return OptionalLong.of(0);
    }
    return StreamSupport.stream(level.path("quantities").spliterator(), false)
        .filter(quantity -> quantity.path("name").asText().equals("available"))
        .filter(quantity -> quantity.path("quantity").isIntegralNumber())
        .mapToLong(quantity -> quantity.path("quantity").longValue())
        .findFirst();
  }

  private static boolean isStocked(JsonNode level) {
    return level.path("isActive").asBoolean();
  }

  private static List<String> options(JsonNode selected) {
    var options = new ArrayList<String>();
    for (JsonNode option : selected) {
      if (!NO_OPTION.equals(List.of(option.path("name").asText(), option.path("value").asText()))) {
        options.add(option.path("value").asText());
      }
    }
    return options;
  }

  private static Facets facets(JsonNode product) {
    return product.has("status")
        ? new Facets(
            texts(product.path("collections").path("nodes").findValues("title")),
            texts(product.path("tags")),
            product.path("status").asText().toLowerCase(Locale.ROOT))
        : Facets.NONE;
  }

  private static List<String> texts(Iterable<JsonNode> nodes) {
    return StreamSupport.stream(nodes.spliterator(), false).map(JsonNode::asText).toList();
  }

  private @Nullable String restriction(JsonNode variant, JsonNode item) {
    if (!(places instanceof StockPlaces.One(var location, boolean written)) || !written) {
      return null;
    }
    if (variant.path("product").path("isGiftCard").asBoolean()) {
      return "it is a gift card, which has no stock";
    }
    return isStocked(item.path("inventoryLevel"))
        ? null
        : "it is not stocked at \"%s\": open the variant in the Shopify admin, edit its locations and stock it there"
            .formatted(location.name());
  }

  /// The variant that stands for an item read by its id; empty when the item has none any more.
  static Optional<JsonNode> variantOf(JsonNode item) {
    return Optional.ofNullable(item.path("variants").path("nodes").get(0));
  }
}
