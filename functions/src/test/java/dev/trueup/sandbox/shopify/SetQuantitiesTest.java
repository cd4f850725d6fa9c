package dev.trueup.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetQuantitiesTest {
  private static final String SET = ExampleDocuments.read("20-inventory-set");
  private static final String MAIN = "gid://shopify/Location/106318430500";
  private static final String OUTLET = "gid://shopify/Location/106318430501";

  @AutoClose
  private final TestingClient client =
      new TestingClient(
          SimulatedShopify.builder(TestingSeed.many(5))
              .locations("Main", "Outlet")
              .bundle("SKU-4"));

  private int keys;

  @Test
  void setsEveryRow() {
    JsonNode payload = set(List.of(row(0, 12, 10), row(1, 0, null)));

    assertThat(payload.path("userErrors")).isEmpty();
    JsonNode group = payload.path("inventoryAdjustmentGroup");
    assertThat(group.path("changes")).hasSize(4);
    assertThat(group.path("referenceDocumentUri").asText()).isEqualTo("gid://trueup/Run/1");
    assertThat(available()).containsExactly(12, 0, 10, 10, 10);
  }

  @Test
  void appliesNothingWhenOneRowIsStale() {
    client.store().sell("SKU-1", 3);
    JsonNode payload = set(List.of(row(0, 12, 10), row(1, 5, 10), row(2, 7, 10)));

    assertThat(payload.path("inventoryAdjustmentGroup").isNull()).isTrue();
    assertThat(payload.at("/userErrors/0/code").asText()).isEqualTo("CHANGE_FROM_QUANTITY_STALE");
    assertThat(payload.at("/userErrors/0/field"))
        .extracting(JsonNode::asText)
        .containsExactly("input", "quantities", "1", "changeFromQuantity");
    assertThat(payload.path("userErrors")).hasSize(1);
    assertThat(available()).containsExactly(10, 7, 10, 10, 10);
  }

  @Test
  void comparesOnHandWithOnHand() {
    client.store().sell("SKU-0", 4);
    Map<String, Object> input = input(List.of(row(0, 8, 10)));
    input.put("name", "on_hand");
    JsonNode payload = run("k", input).at("/data/inventorySetQuantities");

    assertThat(payload.path("userErrors")).isEmpty();
    assertThat(level("SKU-0").path("onHand").asInt()).isEqualTo(8);
    assertThat(level("SKU-0").path("available").asInt()).isEqualTo(4);
    assertThat(level("SKU-0").path("committed").asInt()).isEqualTo(4);
  }

  @Test
  void reportsNoAdjustmentWhereNothingChanges() {
    JsonNode payload = set(List.of(row(0, 10, 10)));

    assertThat(payload.path("inventoryAdjustmentGroup").isNull()).isTrue();
    assertThat(payload.path("userErrors")).isEmpty();
  }

  @Test
  void writesToAPlaceThatDoesNotStockTheItemWithoutActivatingIt() {
    Map<String, @Nullable Object> row = row(0, 6, null);
    row.put("locationId", OUTLET);
    assertThat(set(List.of(row)).path("userErrors")).isEmpty();

    JsonNode level = client.store().state().get(0).at("/levels/1");
    assertThat(level.path("available").asInt()).isEqualTo(6);
    assertThat(level.path("isActive").asBoolean()).isFalse();
  }

  @Test
  void refusesRowsThatNameTheSamePlaceTwice() {
    JsonNode payload = set(List.of(row(0, 1, null), row(1, 1, null), row(0, 2, null)));

    assertThat(payload.path("userErrors").findValuesAsText("code"))
        .containsExactly(
            "NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR",
            "NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR");
    assertThat(available()).containsOnly(10);
  }

  @Test
  void refusesUnknownItemsUnknownPlacesAndBundles() {
    Map<String, @Nullable Object> unknownItem = row(0, 1, null);
    unknownItem.put("inventoryItemId", "gid://shopify/InventoryItem/1");
    Map<String, @Nullable Object> unknownPlace = row(1, 1, null);
    unknownPlace.put("locationId", "gid://shopify/Location/1");
    JsonNode payload = set(List.of(unknownItem, unknownPlace, row(4, 1, null)));

    assertThat(payload.path("userErrors").findValuesAsText("code"))
        .containsExactly(
            "INVALID_INVENTORY_ITEM", "INVALID_LOCATION", "NON_MUTABLE_INVENTORY_ITEM");
  }

  @ParameterizedTest
  @CsvSource({
    "available, -1000000001, INVALID_QUANTITY_TOO_LOW",
    "available, 1000000001, INVALID_QUANTITY_TOO_HIGH",
    "on_hand, -1, INVALID_QUANTITY_NEGATIVE"
  })
  void refusesQuantitiesOutOfBounds(String name, int quantity, String code) {
    Map<String, Object> input = input(List.of(row(0, quantity, null)));
    input.put("name", name);

    assertThat(run("k", input).findValuesAsText("code")).containsExactly(code);
  }

  @ParameterizedTest
  @CsvSource({
    "name, committed, INVALID_NAME",
    "reason, because, INVALID_REASON",
    "referenceDocumentUri, run 1, INVALID_REFERENCE_DOCUMENT"
  })
  void refusesWhatTheHeadOfTheInputMustNotSay(String field, String value, String code) {
    Map<String, Object> input = input(List.of(row(0, 1, null)));
    input.put(field, value);

    assertThat(run("k", input).findValuesAsText("code")).containsExactly(code);
  }

  @Test
  void takesANegativeAvailableQuantity() {
    assertThat(set(List.of(row(0, -3, 10))).path("userErrors")).isEmpty();
    assertThat(available().getFirst()).isEqualTo(-3);
  }

  @Test
  void requiresTheIdempotentDirective() {
    JsonNode answer =
        client.query(
            SET.replace(" @idempotent(key: $key)", "").replace(", $key: String!", ""),
            Map.of("input", input(List.of(row(0, 1, null)))));

    assertThat(answer.at("/errors/0/message").asText())
        .isEqualTo("The @idempotent directive is required for this mutation but was not provided.");
    assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("BAD_REQUEST");
    assertThat(answer.at("/data/inventorySetQuantities").isNull()).isTrue();
    assertThat(available()).containsOnly(10);
  }

  @Test
  void requiresChangeFromQuantityToBeSaid() {
    Map<String, @Nullable Object> row = row(0, 1, null);
    row.remove("changeFromQuantity");
    JsonNode answer = run("k", input(List.of(row)));

    assertThat(answer.at("/errors/0/message").asText())
        .isEqualTo(
            "InventoryQuantityInput must include the following argument: changeFromQuantity.");
    assertThat(answer.at("/errors/0/extensions/code").asText())
        .isEqualTo("INVALID_FIELD_ARGUMENTS");
  }

  @Test
  void refusesMoreThan250Rows() {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < 251; i++) {
      rows.add(row(i, 1, null));
    }
    JsonNode error = run("k", input(rows)).at("/errors/0");

    assertThat(error.path("message").asText())
        .isEqualTo("The input array size of 251 is greater than the maximum allowed of 250.");
    assertThat(error.path("path"))
        .extracting(JsonNode::asText)
        .containsExactly("inventorySetQuantities", "input", "quantities");
    assertThat(error.at("/extensions/code").asText()).isEqualTo("MAX_INPUT_SIZE_EXCEEDED");
  }

  @Test
  void refusesAFieldThatTheInputDoesNotHave() {
    Map<String, Object> input = input(List.of(row(0, 1, null)));
    input.put("ignoreCompareQuantity", true);

    assertThat(run("k", input).at("/errors/0/extensions/code").asText())
        .isEqualTo("INVALID_VARIABLE");
  }

  @Test
  void costsAsMuchAsRecordedAnswersSay() {
    assertThat(
            run("k-1", input(List.of(row(0, 1, null))))
                .at("/extensions/cost/actualQueryCost")
                .asInt())
        .isEqualTo(13);
    assertThat(
            run("k-2", input(List.of(row(0, 1, 99))))
                .at("/extensions/cost/actualQueryCost")
                .asInt())
        .isEqualTo(10);
  }

  @Test
  void anOrderAtAnotherPlaceLeavesTheFirstAlone() {
    client.store().setActive("SKU-0", true, Optional.of("Outlet"));
    client.store().sell("SKU-0", 2, Optional.of(OUTLET));

    assertThat(client.store().state().get(0).at("/levels").findValuesAsText("available"))
        .containsExactly("10", "-2");
  }

  private JsonNode set(List<Map<String, @Nullable Object>> rows) {
    return run("key-" + keys++, input(rows)).at("/data/inventorySetQuantities");
  }

  private JsonNode run(String key, Map<String, Object> input) {
    return client.query(SET, Map.of("key", key, "input", input));
  }

  private static Map<String, Object> input(List<Map<String, @Nullable Object>> rows) {
    Map<String, Object> input = new HashMap<>();
    input.put("name", "available");
    input.put("reason", "correction");
    input.put("referenceDocumentUri", "gid://trueup/Run/1");
    input.put("quantities", rows);
    return input;
  }

  private static Map<String, @Nullable Object> row(
      int product, int quantity, @Nullable Integer changeFrom) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("inventoryItemId", "gid://shopify/InventoryItem/" + (52_300_000_000_000L + product));
    row.put("locationId", MAIN);
    row.put("quantity", quantity);
    row.put("changeFromQuantity", changeFrom);
    return row;
  }

  private JsonNode level(String sku) {
    for (JsonNode variant : client.store().state()) {
      if (variant.path("sku").asText().equals(sku)) {
        return variant.at("/levels/0");
      }
    }
    throw new AssertionError(sku);
  }

  private List<Integer> available() {
    List<Integer> quantities = new ArrayList<>();
    client.store().state().forEach(unit -> quantities.add(unit.at("/levels/0/available").asInt()));
    return quantities;
  }
}
