package dev.trueup.store.shopify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Everything that is asked of Shopify: one GraphQL document each, in `resources/shopify`.
enum Operation {
  CONNECTION_CHECK("connection-check", "", 10),
  LOCATIONS("locations", "", 20),
  INVENTORY_COUNT("inventory-count", "", 10),
  INVENTORY_PAGE("inventory-page", "", 80),
  INVENTORY_PAGE_SUM("inventory-page-sum", "", 600),
  INVENTORY_SOME("inventory-some", "", 500),
  INVENTORY_SOME_SUM("inventory-some-sum", "", 800),
  BULK_START("bulk-start", "bulkOperationRunQuery", 10),
  BULK_STATUS("bulk-status", "", 1),
  INVENTORY_SET("inventory-set", "inventorySetQuantities", 10),
  INVENTORY_ITEM_UPDATE("inventory-item-update", "inventoryItemUpdate", 10);

  private final String document;
  private final String field;
  private final double expectedCost;

  /// @param file name of the document without `.graphql`
  /// @param field the mutation's field in the answer; empty for a query
  /// @param expectedCost points to reserve until an answer has told
  Operation(String file, String field, double expectedCost) {
    this.document = read(file);
    this.field = field;
    this.expectedCost = expectedCost;
  }

  private static String read(String file) {
    try (InputStream in = Operation.class.getResourceAsStream("/shopify/" + file + ".graphql")) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String document() {
    return document;
  }

  String field() {
    return field;
  }

  boolean isMutation() {
    return !field.isEmpty();
  }

  double expectedCost() {
    return expectedCost;
  }
}
