package dev.trueup.store.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/// The query that is run in bulk, and its lines.
///
/// In a result the nodes of an inner connection are lines of their own, in no promised order, so
/// that nothing is complete before the last line. This query has no inner connection: each location
/// that counts is a field with an alias, and one line is one record.
final class BulkDocument {
  /// Locations with a field of their own; Shopify takes documents of 65,535 bytes.
  static final int MOST_LOCATIONS = 200;

  private final StockPlaces places;

  BulkDocument(StockPlaces places) {
    this.places = places;
  }

  String query() {
    String stock =
        switch (places) {
          case StockPlaces.One one -> level("", one.location().id());
          case StockPlaces.Several several -> levels(several.ids().stream().sorted().toList());
        };
    return """
    query InventoryBulk {
      productVariants {
        edges {
          node {
            id
            inventoryPolicy
            selectedOptions { name value }
            product { id title isGiftCard }
            inventoryItem {
              id
              sku
              tracked
              %s
            }
          }
        }
      }
    }
    """
        .formatted(stock);
  }

  private static String levels(List<String> locations) {
    var levels = new ArrayList<String>();
    for (String location : locations) {
      levels.add(level("at" + levels.size() + ": ", location));
    }
    return String.join("\n          ", levels);
  }

  private static String level(String alias, String location) {
    return alias
        + "inventoryLevel(locationId: \"%s\")".formatted(location)
        + " { isActive location { id } quantities(names: [\"available\"]) { name quantity } }";
  }

  /// The item of a line, as a page would have given it.
  JsonNode item(JsonNode line) {
    JsonNode item = line.path("inventoryItem");
    if (places instanceof StockPlaces.One || !(item instanceof ObjectNode fields)) {
      return item;
    }
    ArrayNode levels = fields.arrayNode();
    fields.properties().stream()
        .filter(field -> field.getKey().startsWith("at") && field.getValue().isObject())
        .forEach(field -> levels.add(field.getValue()));
    fields.putObject("inventoryLevels").set("nodes", levels);
    return fields;
  }
}
