package dev.trueup.sandbox.woocommerce;

import static dev.trueup.sandbox.woocommerce.TestingClient.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordedErrorsTest {
  private final SimulatedWooCommerce shop =
      SimulatedWooCommerce.builder(TestingSeed.products())
          .readOnlyKey("ck_read", "cs_read")
          .writeOnlyKey("ck_write", "cs_write")
          .start();
  private final TestingClient client = new TestingClient(shop);

  @BeforeAll
  void isUp() {
    assertThat(client.get("/products").status()).isEqualTo(200);
  }

  @AfterAll
  void close() {
    client.close();
    shop.close();
  }

  @Test
  void refusesCallersWithoutAKey() {
    assertRecorded(as("").get("/products"), 401, "err_no_auth");
  }

  @Test
  void treatsAnUnknownKeyLikeNone() {
    assertRecorded(as("ck_unknown:cs_sandbox").get("/products"), 401, "err_wrong_key");
  }

  @Test
  void refusesAWrongSecret() {
    assertRecorded(as("ck_sandbox:cs_wrong").get("/products"), 401, "err_wrong_secret");
  }

  @Test
  void refusesAReadOnlyKeyToWrite() {
    assertThat(as("ck_read:cs_read").get("/products").status()).isEqualTo(200);
    assertRecorded(as("ck_read:cs_read").put("/products/101", "{}"), 401, "err_readonly_key");
  }

  @Test
  void refusesAWriteOnlyKeyToRead() {
    assertRecorded(as("ck_write:cs_write").get("/products"), 401, "err_writeonly_key");
  }

  @Test
  void refusesAPageOfMoreThan100() {
    assertRecorded(client.get("/products?per_page=101"), 400, "err_per_page_101");
  }

  @Test
  void refusesAnUnknownRoute() {
    assertRecorded(client.get("/nothing"), 404, "err_no_route");
    assertRecorded(client.send("PATCH", "/wp-json/wc/v3/products", "{}"), 404, "err_no_route");
  }

  @Test
  void refusesBrokenJson() {
    assertRecorded(client.put("/products/101", "{'name': "), 400, "err_bad_json");
  }

  @Test
  void refusesAWrongTypeInASingleWrite() {
    assertRecorded(client.put("/products/101", "{'stock_quantity':'abc'}"), 400, "err_bad_type");
  }

  @Test
  void refusesABatchOfMoreThan100AndDoesNothing() {
    String items =
        IntStream.range(0, 101)
            .mapToObj(_ -> "{'id':101,'stock_quantity':50}")
            .collect(Collectors.joining(","));

    assertRecorded(
        client.post("/products/batch", "{'update':[" + items + "]}"), 413, "err_batch_101");
    assertThat(client.get("/products/101").body().path("stock_quantity").asInt()).isEqualTo(2);
  }

  @Test
  void refusesAnUnknownProduct() {
    assertRecorded(client.get("/products/9999"), 404, "err_404_product");
  }

  @Test
  void refusesAVariationThroughTheProductsBatch() {
    TestingClient.Reply reply =
        client.post("/products/batch", "{'update':[{'id':104,'stock_quantity':1}]}");

    assertThat(reply.status()).isEqualTo(200);
    JsonNode expected = recorded("batch_variation_id_through_products").at("/update/0/error");
    assertThat(reply.body().at("/update/0/error")).isEqualTo(expected);
  }

  @Test
  void refusesAVariationOfAnotherProduct() {
    TestingClient.Reply reply =
        client.post("/products/106/variations/batch", "{'update':[{'id':104}]}");

    JsonNode expected = recorded("variations_batch_wrong_parent").at("/update/0/error");
    assertThat(reply.body().at("/update/0/error")).isEqualTo(expected);
  }

  @Test
  void refusesASkuThatAnotherItemHas() {
    TestingClient.Reply reply = client.put("/products/102", "{'sku':'mug'}");

    assertThat(reply.status()).isEqualTo(400);
    JsonNode expected = recorded("err_dup_sku");
    assertThat(reply.body().path("code")).isEqualTo(expected.path("code"));
    assertThat(reply.body().path("message")).isEqualTo(expected.path("message"));
    assertThat(reply.body().path("data"))
        .isEqualTo(TestingClient.json("{'status':400,'resource_id':101,'unique_sku':'mug-1'}"));
  }

  @Test
  void answersEachItemOfABatchInItsPlace() {
    TestingClient.Reply reply =
        client.post(
            "/products/batch",
            """
            {'create':[{'sku':'MUG','name':'x'}],
             'update':[{'id':99999999},{'id':102,'menu_order':1},{'name':'no id'}],
             'delete':[88888888]}\
            """);
    JsonNode recorded = recorded("batch_mixed_errors");

    assertThat(reply.body().at("/create/0/id").asInt()).isZero();
    assertThat(reply.body().at("/create/0/error/code"))
        .isEqualTo(recorded.at("/create/0/error/code"));
    assertThat(reply.body().at("/update/0")).isEqualTo(recorded.at("/update/0"));
    assertThat(reply.body().at("/update/1/menu_order").asInt()).isEqualTo(1);
    assertThat(reply.body().at("/update/2")).isEqualTo(recorded.at("/update/3"));
    assertThat(reply.body().at("/delete/0")).isEqualTo(recorded.at("/delete/0"));
  }

  private TestingClient as(String credentials) {
    return new TestingClient(shop.url(), credentials);
  }

  private static void assertRecorded(TestingClient.Reply reply, int status, String name) {
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.body()).isEqualTo(recorded(name));
  }
}
