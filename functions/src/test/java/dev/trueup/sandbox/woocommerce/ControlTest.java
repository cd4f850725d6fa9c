package dev.trueup.sandbox.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ControlTest {
  private final SimulatedWooCommerce shop =
      SimulatedWooCommerce.builder(TestingSeed.products()).start();
  private final TestingClient client = new TestingClient(shop);

  @AfterEach
  void close() {
    client.close();
    shop.close();
  }

  @Test
  void sellsAndTakesBack() {
    obey("{'sell':{'sku':'MUG','quantity':2}}");
    assertThat(unit("MUG").path("quantity").asInt()).isZero();
    assertThat(unit("MUG").path("stockStatus").asText()).isEqualTo("outofstock");

    obey("{'restock':{'sku':'MUG','quantity':1}}");
    assertThat(unit("MUG").path("quantity").asInt()).isEqualTo(1);
  }

  @Test
  void sellsFromTheStockOfTheProductWhereThatCounts() {
    shop.sell("CHAIR-R", 6);

    assertThat(unit("CHAIR-B").path("quantity").asInt()).isEqualTo(80);
    assertThat(unit("CHAIR-B").path("manageStock").asText()).isEqualTo("parent");
  }

  @Test
  void countsNothingWhereNothingIsCounted() {
    shop.sell("POSTER", 1);

    assertThat(unit("POSTER").path("quantity").isNull()).isTrue();
    assertThat(unit("POSTER").path("stockStatus").asText()).isEqualTo("instock");
  }

  @Test
  void setsFieldsAndRemoves() {
    obey("{'set':{'sku':'MUG','fields':{'regular_price':'7.00','name':'Cup & Saucer'}}}");
    assertThat(unit("MUG").path("regularPrice").asText()).isEqualTo("7.00");
    assertThat(unit("MUG").path("name").asText()).isEqualTo("Cup & Saucer");

    obey("{'remove':{'sku':'MUG'}}");
    assertThat(unit("MUG").path("status").asText()).isEqualTo("trash");
    assertThat(client.get("/products?sku=MUG").body()).isEmpty();
  }

  @Test
  void arrangesFaultsAndLatency() {
    obey("{'fault':{'kind':'status','status':502,'times':1,'method':'GET','path':'products'}}");
    obey("{'latency':{'baseMillis':1,'perItemMillis':0.01,'growth':0.1}}");

    assertThat(client.get("/products").status()).isEqualTo(502);
    assertThat(client.get("/products").status()).isEqualTo(200);
    obey("{'clear':{}}");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThat(client.control("{'sel':{'sku':'MUG'}}").status()).isEqualTo(400);
    assertThat(client.control("{'sell':{'sku':'MUG','amount':2}}").status()).isEqualTo(400);
    assertThat(client.control("{'sell':{'sku':'NOTHING'}}").status()).isEqualTo(400);
    assertThat(client.control("{'fault':{'kind':'explode'}}").status()).isEqualTo(400);
    assertThat(client.control("not json").status()).isEqualTo(400);
  }

  @Test
  void tellsTheStateOfEverythingThatCanBeBought() {
    JsonNode state = client.send("GET", "/sandbox/state", "").body();

    assertThat(state).hasSize(6);
    assertThat(state.get(2).path("id").asInt()).isEqualTo(TestingSeed.SHIRT_M);
    assertThat(state.get(2).path("parentId").asInt()).isEqualTo(TestingSeed.SHIRT);
    assertThat(state.get(2).path("name").asText()).isEqualTo("Shirt - Blue, M");
    assertThat(state.get(2).path("salePrice").asText()).isEqualTo("16.00");
  }

  @Test
  void recordsRequestsAndLetsATestComeBetween() {
    List<String> seen = new ArrayList<>();
    shop.onRequest(request -> {
      seen.add(request.method() + " " + request.path());
      if (request.method().equals("PUT")) {
        shop.sell("MUG", 1);
      }
    });

    client.get("/products?per_page=5");
    client.put("/products/101", "{'inventory_delta':5}");

    assertThat(seen)
        .containsExactly("GET /wp-json/wc/v3/products", "PUT /wp-json/wc/v3/products/101");
    assertThat(shop.requests()).hasSize(2);
    assertThat(shop.requests().getFirst().query()).isEqualTo("per_page=5");
    assertThat(shop.requests().getLast().written()).containsExactly(101);
    assertThat(shop.mostInFlight()).isEqualTo(1);
    assertThat(unit("MUG").path("quantity").asInt()).isEqualTo(6);
  }

  private void obey(String command) {
    TestingClient.Reply reply = client.control(command);
    assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
  }

  private JsonNode unit(String sku) {
    for (JsonNode unit : shop.state()) {
      if (unit.path("sku").asText().equals(sku)) {
        return unit;
      }
    }
    throw new AssertionError("no unit " + sku);
  }
}
