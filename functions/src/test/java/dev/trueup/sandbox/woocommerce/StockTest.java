package dev.trueup.sandbox.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StockTest {
  private final SimulatedWooCommerce shop =
      SimulatedWooCommerce.builder(TestingSeed.products()).start();
  private final TestingClient client = new TestingClient(shop);

  @AfterEach
  void close() {
    client.close();
    shop.close();
  }

  @Test
  void addsADelta() {
    assertThat(write("/products/101", "{'inventory_delta':-3}").path("stock_quantity").asInt())
        .isEqualTo(-1);
    assertThat(shop.nonsense()).isEmpty();
  }

  @Test
  void derivesTheStatusOfWhatIsManaged() {
    assertThat(write("/products/101", "{'stock_quantity':0}").path("stock_status").asText())
        .isEqualTo("outofstock");
    JsonNode sold = write("/products/101", "{'backorders':'notify','stock_quantity':-1}");
    assertThat(sold.path("stock_status").asText()).isEqualTo("onbackorder");
    assertThat(sold.path("backordered").asBoolean()).isTrue();
  }

  @Test
  void startsFromZeroWhenADeltaComesWithTheSwitch() {
    JsonNode counted = write("/products/102", "{'manage_stock':true,'inventory_delta':4}");

    assertThat(counted.path("stock_quantity").asInt()).isEqualTo(4);
    assertThat(shop.nonsense()).isEmpty();
  }

  @Test
  void prefersAQuantityToADelta() {
    JsonNode both = write("/products/101", "{'stock_quantity':9,'inventory_delta':1}");

    assertThat(both.path("stock_quantity").asInt()).isEqualTo(9);
    assertThat(shop.nonsense()).singleElement().asString().contains("both");
  }

  @Test
  void dropsTheQuantityOfWhatIsNotManagedAndListsItAsNonsense() {
    JsonNode unmanaged = write("/products/102", "{'stock_quantity':5}");

    assertThat(unmanaged.path("stock_quantity").isNull()).isTrue();
    assertThat(shop.nonsense())
        .containsExactly("PUT /wp-json/wc/v3/products/102, item 102: a quantity unmanaged");
  }

  @Test
  void losesTheQuantityWhereManagingIsSwitchedOff() {
    write("/products/101", "{'manage_stock':false}");
    JsonNode again = write("/products/101", "{'manage_stock':true}");

    assertThat(again.path("stock_quantity").isNull()).isTrue();
    assertThat(again.path("stock_status").asText()).isEqualTo("outofstock");
  }

  @Test
  void takesANullForZeroInASingleWriteAndForNothingInABatch() {
    client.post("/products/batch", "{'update':[{'id':101,'stock_quantity':null}]}");
    assertThat(client.get("/products/101").body().path("stock_quantity").asInt()).isEqualTo(2);

    JsonNode zeroed = write("/products/101", "{'stock_quantity':null}");
    assertThat(zeroed.path("stock_quantity").asInt()).isZero();
    assertThat(zeroed.path("stock_quantity").getNodeType()).isEqualTo(JsonNodeType.NUMBER);
    assertThat(shop.nonsense()).hasSize(2).allMatch(what -> what.endsWith("is null"));
  }

  @Test
  void ignoresTheQuantityOfAVariationWhoseProductCounts() {
    JsonNode variation = write("/products/106/variations/107", "{'stock_quantity':5}");

    assertThat(variation.path("manage_stock").asText()).isEqualTo("parent");
    assertThat(variation.path("stock_quantity").asInt()).isEqualTo(86);
    assertThat(shop.nonsense()).singleElement().asString().contains("its product counts");
  }

  @Test
  void detachesAVariationThatIsSwitchedToItsOwnStockAndBack() {
    JsonNode own =
        write("/products/106/variations/107", "{'manage_stock':true,'stock_quantity':5}");
    assertThat(own.path("manage_stock").asBoolean()).isTrue();
    assertThat(own.path("stock_quantity").asInt()).isEqualTo(5);

    JsonNode back = write("/products/106/variations/107", "{'manage_stock':'parent'}");
    assertThat(back.path("manage_stock").asText()).isEqualTo("parent");
    assertThat(shop.nonsense()).isEmpty();
  }

  @Test
  void givesAProductTheStatusOfItsVariations() {
    write("/products/103/variations/104", "{'stock_quantity':0}");
    assertThat(client.get("/products/103").body().path("stock_status").asText())
        .isEqualTo("onbackorder");

    write("/products/103/variations/105", "{'backorders':'no'}");
    assertThat(client.get("/products/103").body().path("stock_status").asText())
        .isEqualTo("outofstock");
  }

  @Test
  void checksNothingInABatch() {
    TestingClient.Reply reply =
        client.post(
            "/products/batch",
            """
            {'update':[{'id':101,'stock_quantity':'abc','regular_price':12.5},
                       {'id':102,'status':'bogus','manage_stock':true,'stock_quantity':3.7}]}\
            """);

    assertThat(reply.body().at("/update/0/stock_quantity").asInt()).isZero();
    assertThat(reply.body().at("/update/0/regular_price").asText()).isEqualTo("12.5");
    assertThat(reply.body().at("/update/1/status").asText()).isEqualTo("draft");
    assertThat(reply.body().at("/update/1/stock_quantity").asInt()).isEqualTo(3);
    assertThat(shop.nonsense()).hasSize(4);
  }

  @Test
  void losesAWriteWhereTwoDeltasMeetAndSaysSo() throws Exception {
    shop.latency(new Latency(java.time.Duration.ofMillis(200), java.time.Duration.ZERO, 0));

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writes =
          IntStream.range(0, 2)
              .mapToObj(_ -> threads.submit(() -> write("/products/101", "{'inventory_delta':1}")))
              .toList();
      for (Future<JsonNode> write : writes) {
        write.get();
      }
    }

    assertThat(shop.overlappingWrites()).hasSize(1);
    assertThat(client.get("/products/101").body().path("stock_quantity").asInt()).isEqualTo(3);
  }

  @Test
  void addsUpDeltasThatFollowEachOther() {
    client.post(
        "/products/batch",
        "{'update':[{'id':101,'inventory_delta':1},{'id':101,'inventory_delta':1}]}");
    write("/products/101", "{'inventory_delta':1}");

    assertThat(client.get("/products/101").body().path("stock_quantity").asInt()).isEqualTo(5);
    assertThat(shop.overlappingWrites()).isEmpty();
  }

  private JsonNode write(String path, String body) {
    TestingClient.Reply reply = client.put(path, body);
    assertThat(reply.status()).isEqualTo(200);
    return reply.body();
  }
}
