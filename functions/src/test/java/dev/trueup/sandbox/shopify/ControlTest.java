package dev.trueup.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlTest {
  @AutoClose
  private final TestingClient client =
      new TestingClient(SimulatedShopify.builder(TestingSeed.small()).locations("Main", "Outlet"));

  @Test
  void sellsRestocksAndSets() {
    obey("{\"sell\": {\"sku\": \"CUP-1\", \"quantity\": 4}}");
    assertThat(cup().at("/levels/0/available").asInt()).isEqualTo(11);
    assertThat(cup().at("/levels/0/onHand").asInt()).isEqualTo(15);
    assertThat(cup().at("/levels/0/committed").asInt()).isEqualTo(4);

    obey("{\"restock\": {\"sku\": \"CUP-1\", \"quantity\": 2}}");
    assertThat(cup().at("/levels/0/available").asInt()).isEqualTo(13);

    obey("{\"set\": {\"sku\": \"CUP-1\", \"quantity\": 99, \"location\": \"Outlet\"}}");
    obey("{\"set\": {\"sku\": \"CUP-1\", \"tracked\": false}}");
    assertThat(cup().at("/levels/1/available").asInt()).isEqualTo(99);
    assertThat(cup().path("tracked").asBoolean()).isFalse();
  }

  @Test
  void removesAVariantAndItsProductWithTheLastOne() {
    obey("{\"remove\": {\"sku\": \"SHIRT-S\"}}");
    obey("{\"remove\": {\"sku\": \"CUP-1\"}}");

    assertThat(client.store().state().findValuesAsText("sku"))
        .containsExactly("SHIRT-M", "SHIRT-L", "GIFT", "TWIN", "TWIN");
    assertThat(client.query("{ productsCount { count } }").at("/data/productsCount/count").asInt())
        .isEqualTo(4);
  }

  @Test
  void makesFaultsAndClearsThem() {
    obey("{\"fault\": {\"kind\": \"status\", \"status\": 503, \"operation\": \"\"}}");
    assertThat(client.post("{ shop { name } }", Map.of()).statusCode()).isEqualTo(503);
    obey("{\"clear\": {}}");
    assertThat(client.post("{ shop { name } }", Map.of()).statusCode()).isEqualTo(200);
  }

  @Test
  void changesThePlan() {
    obey("{\"plan\": \"plus\"}");

    assertThat(
            client
                .query("{ shop { name } }")
                .at("/extensions/cost/throttleStatus/restoreRate")
                .asInt())
        .isEqualTo(1_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"dance\": {}}",
        "{\"sell\": {\"sku\": \"CUP-1\", \"amount\": 1}}",
        "{\"sell\": {\"sku\": \"NONE\"}}",
        "{\"sell\": {\"sku\": \"TWIN\"}}",
        "{\"sell\": {\"sku\": \"CUP-1\", \"location\": \"Moon\"}}",
        "{\"fault\": {\"kind\": \"status\", \"status\": 200}}",
        "{\"plan\": \"free\"}",
        "{"
      })
  void refusesWhatItDoesNotKnow(String body) {
    HttpResponse<String> refused = client.control(body);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(TestingClient.read(refused.body()).path("error").asText()).isNotBlank();
    assertThat(cup().at("/levels/0/available").asInt()).isEqualTo(15);
  }

  @Test
  void showsTheStateOverHttp() {
    JsonNode state = TestingClient.read(client.get(client.store().url() + "/sandbox/state").body());

    assertThat(state).hasSize(7);
    assertThat(state.get(1).path("name").asText()).isEqualTo("Shirt & Co");
    assertThat(state.get(1).path("options")).extracting(JsonNode::asText).containsExactly("S");
    assertThat(state.get(1).path("price").asText()).isEqualTo("19.90");
    assertThat(state.get(1).path("compareAtPrice").asText()).isEqualTo("25.00");
    assertThat(state.get(4).path("inventoryPolicy").asText()).isEqualTo("CONTINUE");
  }

  @Test
  void tellsOfARequestBeforeItIsExecuted() {
    client
        .store()
        .onRequest(operation -> {
          if (operation.equals("Look")) {
            client.store().sell("CUP-1", 1);
          }
        });
    JsonNode seen =
        client.query("query Look { productVariants(first: 1) { nodes { inventoryQuantity } } }");

    assertThat(seen.at("/data/productVariants/nodes/0/inventoryQuantity").asInt()).isEqualTo(14);
  }

  private void obey(String body) {
    HttpResponse<String> response = client.control(body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  private JsonNode cup() {
    return client.store().state().get(0);
  }
}
