package dev.trueup.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What queries cost and what happens to those that cannot be paid for.
class PointsTest {
  private static final String DEAR =
      "{ products(first: 50) { nodes { id variants(first: 10) { nodes { id inventoryItem { id"
          + " inventoryLevels(first: 10) { nodes { id } } } } } } } }";

  private final TestingTime time = new TestingTime();

  @AutoClose
  private final TestingClient client =
      new TestingClient(SimulatedShopify.builder(TestingSeed.many(30)).nanos(time).clock(time));

  @ParameterizedTest
  @CsvSource({"1, 3", "10, 6", "50, 9", "100, 11", "250, 13"})
  void aPageOfIdsCostsWhatRecordedAnswersSay(int first, int cost) {
    JsonNode answer = client.query("{ products(first: " + first + ") { nodes { id } } }");

    assertThat(answer.at("/extensions/cost/requestedQueryCost").asInt()).isEqualTo(cost);
  }

  @Test
  void costsAreThoseOfARecordedAnswerWithSeveralRootFields() {
    String item = "gid://shopify/InventoryItem/52300000000000";
    String level = "gid://shopify/InventoryLevel/143273001200?inventory_item_id=52300000000000";
    JsonNode answer =
        client.query(
            """
            query($item: ID!, $level: ID!) {
              item: inventoryItem(id: $item) { id variant { id product { id } } }
              items: inventoryItems(first: 5, query: "sku:SKU-0") {
                edges { cursor node { id tracked variant { id product { id } } } }
                pageInfo { hasNextPage }
              }
              level: inventoryLevel(id: $level) {
                id
                item { id }
                location { id name }
                quantities(names: ["available", "on_hand"]) { name quantity }
              }
            }
            """,
            Map.of("item", item, "level", level));

    assertThat(answer.at("/extensions/cost/requestedQueryCost").asInt()).isEqualTo(18);
    assertThat(answer.at("/extensions/cost/actualQueryCost").asInt()).isEqualTo(12);
  }

  @Test
  void nodesAndEdgesTogetherCountTwice() {
    JsonNode answer =
        client.query("{ products(first: 10) { nodes { id } edges { node { id } } } }");

    assertThat(answer.at("/extensions/cost/requestedQueryCost").asInt()).isEqualTo(10);
  }

  @Test
  void aCountAtTheRootCostsTenAndOneElsewhereOne() {
    JsonNode answer =
        client.query(
            "{ productsCount { count } product(id: \"%s\") { variantsCount { count } } }"
                .formatted("gid://shopify/Product/8100000000000"));

    assertThat(answer.at("/extensions/cost/requestedQueryCost").asInt()).isEqualTo(12);
  }

  @Test
  void reservesWhatIsRequestedAndRefundsWhatWasNotNeeded() {
    JsonNode cost = client.query(DEAR).at("/extensions/cost");

    assertThat(cost.path("requestedQueryCost").asInt()).isEqualTo(247);
    assertThat(cost.path("actualQueryCost").asInt()).isEqualTo(50);
    assertThat(cost.at("/throttleStatus/currentlyAvailable").asInt()).isEqualTo(2_000 - 50);
  }

  @Test
  void throttlesWhenThePointsAreUsedUpAndGoesOnWhenTheyAreBack() {
    while (!client.query(DEAR).has("errors")) {
      assertThat(client.store().requests()).hasSizeLessThan(100);
    }
    JsonNode throttled = client.query(DEAR);

    assertThat(throttled.has("data")).isFalse();
    assertThat(throttled.at("/errors/0/message").asText()).isEqualTo("Throttled");
    assertThat(throttled.at("/errors/0/extensions/code").asText()).isEqualTo("THROTTLED");
    assertThat(throttled.at("/extensions/cost/actualQueryCost").isNull()).isTrue();
    int available = throttled.at("/extensions/cost/throttleStatus/currentlyAvailable").asInt();
    assertThat(available).isBetween(0, 246);
    assertThat(client.store().throttledRequests()).isEqualTo(2);

    time.pass(Duration.ofMillis((247 - available) * 10L));
    assertThat(client.query(DEAR).has("errors")).isFalse();
  }

  @Test
  void refusesAQueryAboveOneThousandPointsOnAnyPlan() {
    client.store().plan(Plan.ENTERPRISE);
    JsonNode answer = client.query(DEAR.replace("first: 10", "first: 250"));

    assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("MAX_COST_EXCEEDED");
    assertThat(answer.at("/extensions/cost/throttleStatus/currentlyAvailable").asInt())
        .isEqualTo(40_000);
  }

  @Test
  void recordsWhatEachRequestCost() {
    client.query("query Few { products(first: 10) { nodes { id } } }");

    assertThat(client.store().requests())
        .singleElement()
        .satisfies(request -> {
          assertThat(request.operationName()).isEqualTo("Few");
          assertThat(request.requestedCost()).isEqualTo(6);
          assertThat(request.actualCost()).isEqualTo(6);
          assertThat(request.httpStatus()).isEqualTo(200);
          assertThat(request.throttled()).isFalse();
        });
  }
}
