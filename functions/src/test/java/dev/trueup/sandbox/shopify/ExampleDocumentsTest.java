package dev.trueup.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// The documents that clients of Shopify send work here too, at the price Shopify asks for.
class ExampleDocumentsTest {
  private static final String CUP = "gid://shopify/InventoryItem/52300000000000";
  private static final String SHIRT = "gid://shopify/Product/8100000000001";
  private static final String MAIN = "gid://shopify/Location/106318430500";

  @AutoClose
  private final TestingClient client =
      new TestingClient(SimulatedShopify.builder(TestingSeed.small()).locations("Main", "Outlet"));

  @Test
  void checksTheConnection() {
    JsonNode data = run("01-connection-check", Map.of(), 7);

    assertThat(data.at("/shop/myshopifyDomain").asText()).isEqualTo("sandbox.myshopify.com");
    assertThat(data.at("/shop/plan/publicDisplayName").asText()).isEqualTo("Standard");
    assertThat(data.at("/currentAppInstallation/accessScopes").findValuesAsText("handle"))
        .contains("read_products", "write_products", "write_inventory", "read_locations");
  }

  @Test
  void listsTheLocations() {
    JsonNode data = run("02-locations", Map.of(), 23);

    assertThat(data.at("/locations/nodes").findValuesAsText("name"))
        .containsExactly("Main", "Outlet");
  }

  @Test
  void readsAPageOfProducts() {
    JsonNode data = run("03-products-page", Map.of("first", 25), 638);

    JsonNode shirt = data.at("/products/nodes/1");
    assertThat(shirt.path("title").asText()).isEqualTo("Shirt & Co");
    assertThat(shirt.path("tags")).extracting(JsonNode::asText).containsExactly("a", "b");
    assertThat(shirt.at("/options/0/name").asText()).isEqualTo("Size");
    assertThat(shirt.at("/collections/nodes").findValuesAsText("title"))
        .containsExactly("Clothes", "Summer");
    assertThat(shirt.at("/variants/nodes").findValuesAsText("price"))
        .containsExactly("19.90", "19.90", "19.90");
    assertThat(shirt.path("totalInventory").asInt()).isEqualTo(2);
    assertThat(data.at("/products/nodes/0/options/0/values").isMissingNode()).isTrue();
    assertThat(data.at("/products/nodes/0/variants/nodes/0/title").asText())
        .isEqualTo("Default Title");
    assertThat(data.at("/products/nodes/2/status").asText()).isEqualTo("DRAFT");
  }

  @Test
  void refusesAProductsPageThatIsTooDear() {
    JsonNode answer = client.query(ExampleDocuments.read("03-products-page"), Map.of("first", 250));

    assertThat(answer.has("data")).isFalse();
    assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("MAX_COST_EXCEEDED");
    assertThat(answer.at("/extensions/cost/throttleStatus/currentlyAvailable").asInt())
        .isEqualTo(2_000);
  }

  @Test
  void readsTheOtherVariantsOfAProduct() {
    JsonNode data = run("04-product-variants-rest", Map.of("id", SHIRT, "first", 2_048), 78);

    assertThat(data.at("/product/variants/nodes").findValuesAsText("sku"))
        .containsExactly("SHIRT-S", "SHIRT-M", "SHIRT-L");
  }

  @Test
  void readsAPageOfStock() {
    Map<String, Object> variables = Map.of("first", 250, "names", List.of("available", "on_hand"));
    JsonNode data = run("05-stock-page", variables, 244);

    JsonNode cup = data.at("/inventoryItems/nodes/0");
    assertThat(cup.path("sku").asText()).isEqualTo("CUP-1");
    assertThat(cup.at("/inventoryLevels/nodes/0/quantities/0/quantity").asInt()).isEqualTo(15);
    assertThat(data.at("/inventoryItems/nodes/6/duplicateSkuCount").asInt()).isEqualTo(1);
  }

  @Test
  void readsStockByPairs() {
    List<String> ids = List.of(CUP, "gid://shopify/InventoryItem/1");
    JsonNode data = run("06-stock-by-pairs", Map.of("ids", ids, "locationId", MAIN), 3);

    assertThat(data.at("/nodes/0/inventoryLevel/quantities/0/quantity").asInt()).isEqualTo(15);
    assertThat(data.at("/nodes/1").isNull()).isTrue();
  }

  @Test
  void namesTheQuantities() {
    JsonNode data = run("07-inventory-properties", Map.of(), 2);

    assertThat(data.at("/inventoryProperties/quantityNames").findValuesAsText("name"))
        .contains("available", "on_hand", "committed");
  }

  @Test
  void setsAQuantity() {
    JsonNode data =
        run(
            "20-inventory-set",
            Map.of("key", "k-1", "input", quantities("quantities", "quantity", 12)),
            13);

    JsonNode group = data.at("/inventorySetQuantities/inventoryAdjustmentGroup");
    assertThat(group.path("changes").findValuesAsText("name"))
        .containsExactly("available", "on_hand");
    assertThat(group.at("/changes/0/delta").asInt()).isEqualTo(-3);
    assertThat(group.at("/changes/0/quantityAfterChange").isNull()).isTrue();
    assertThat(data.at("/inventorySetQuantities/userErrors")).isEmpty();
  }

  @Test
  void adjustsAQuantity() {
    JsonNode data =
        run(
            "21-inventory-adjust",
            Map.of("key", "k-2", "input", quantities("changes", "delta", -2)),
            13);

    assertThat(
            data.at("/inventoryAdjustQuantities/inventoryAdjustmentGroup/changes/0/delta").asInt())
        .isEqualTo(-2);
  }

  @Test
  void updatesAnItem() {
    Map<String, Object> weight = Map.of("value", 0.75, "unit", "KILOGRAMS");
    Map<String, Object> input =
        Map.of(
            "sku", "CUP-2",
            "tracked", false,
            "cost", "12.50",
            "countryCodeOfOrigin", "DE",
            "measurement", Map.of("weight", weight));
    JsonNode data = run("22-inventory-item-update", Map.of("id", CUP, "input", input), 13);

    JsonNode item = data.at("/inventoryItemUpdate/inventoryItem");
    assertThat(item.path("sku").asText()).isEqualTo("CUP-2");
    assertThat(item.path("tracked").asBoolean()).isFalse();
    assertThat(item.at("/unitCost/amount").asText()).isEqualTo("12.50");
    assertThat(item.at("/measurement/weight/value").asDouble()).isEqualTo(0.75);
  }

  @Test
  void activatesAnItemAtAnotherLocation() {
    String outlet = "gid://shopify/Location/106318430501";
    Map<String, Object> variables =
        Map.of("item", CUP, "location", outlet, "available", 4, "key", "k-3");
    JsonNode data = run("23-inventory-activate", variables, 12);

    JsonNode level = data.at("/inventoryActivate/inventoryLevel");
    assertThat(level.path("isActive").asBoolean()).isTrue();
    assertThat(level.at("/quantities/0/quantity").asInt()).isEqualTo(4);
  }

  private static Map<String, Object> quantities(String list, String amountName, int amount) {
    return Map.of(
        "name",
        "available",
        "reason",
        "correction",
        "referenceDocumentUri",
        "gid://trueup/Run/1",
        list,
        List.of(
            Map.of(
                "inventoryItemId",
                CUP,
                "locationId",
                MAIN,
                amountName,
                amount,
                "changeFromQuantity",
                15)));
  }

  private JsonNode run(String example, Map<String, Object> variables, int requestedCost) {
    JsonNode answer = client.query(ExampleDocuments.read(example), variables);
    assertThat(answer.path("errors").isMissingNode()).as(answer.toPrettyString()).isTrue();
    assertThat(answer.at("/extensions/cost/requestedQueryCost").asInt()).isEqualTo(requestedCost);
    assertThat(answer.at("/extensions/cost/actualQueryCost").asInt()).isBetween(1, requestedCost);
    return answer.path("data");
  }
}
