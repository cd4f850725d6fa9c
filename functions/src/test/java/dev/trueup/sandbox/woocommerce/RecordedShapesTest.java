package dev.trueup.sandbox.woocommerce;

import static dev.trueup.sandbox.woocommerce.TestingClient.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Field by field: name, place and JSON type, links included.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordedShapesTest {
  private final SimulatedWooCommerce shop =
      SimulatedWooCommerce.builder(TestingSeed.products()).start();
  private final TestingClient client = new TestingClient(shop);

  @AfterAll
  void close() {
    client.close();
    shop.close();
  }

  @Test
  void aSimpleProductIsLikeTheRecordedOne() {
    assertSameShape(client.get("/products/101").body(), recorded("product_simple"));
  }

  @Test
  void aProductInAListIsLikeTheRecordedOne() {
    assertSameShape(
        client.get("/products?sku=MUG").body().get(0), recorded("products_by_sku").get(0));
  }

  @Test
  void aProductWithVariationsIsLikeTheRecordedOne() {
    JsonNode product = client.get("/products/103").body();

    assertSameShape(product, recorded("product_variable_local_attr"));
    assertSameShape(
        product.at("/attributes/0"), recorded("product_variable_local_attr").at("/attributes/0"));
  }

  @Test
  void aVariationIsLikeTheRecordedOne() {
    JsonNode variation = client.get("/products/103/variations/104").body();

    // The recorded one has an image.
    assertSameShape(variation, without(recorded("variation"), "image"));
    assertSameShape(variation.at("/attributes/0"), recorded("variation").at("/attributes/0"));
  }

  @Test
  void aVariationByItsOwnIdIsLikeTheRecordedOne() {
    assertSameShape(client.get("/products/104").body(), recorded("variation_via_products"));
  }

  @Test
  void aVariationInTheListOfAllIsLikeTheRecordedOne() {
    JsonNode variation = client.get("/variations?sku=SHIRT-M").body().get(0);
    JsonNode recorded = recorded("variations_global_endpoint").get(0);

    assertSameShape(variation, without(recorded, "image"));
    assertThat(variation.at("/_links/up/0/href").asText()).endsWith("/products/0");
    assertThat(variation.at("/_links/self/0").has("targetHints")).isFalse();
  }

  @Test
  void aVariationWhoseProductCountsIsLikeTheRecordedOne() {
    JsonNode variation = client.get("/products/106/variations").body().get(0);

    assertSameShape(variation, without(recorded("variations_parent_stock").get(0), "image"));
    assertThat(variation.path("manage_stock").asText()).isEqualTo("parent");
    assertThat(variation.path("stock_quantity").asInt()).isEqualTo(86);
  }

  @Test
  void anAnswerToAWriteIsLikeTheRecordedOne() {
    JsonNode product = client.post("/products/batch", "{'update':[{'id':101}]}").body();
    JsonNode variation =
        client.post("/products/103/variations/batch", "{'update':[{'id':104}]}").body();

    assertSameShape(product.at("/update/0"), recorded("batch_mixed_errors").at("/update/1"));
    assertSameShape(
        variation.at("/update/0"), without(recorded("variations_batch").at("/update/0"), "image"));
    assertThat(variation.at("/update/0/tax_class").asText()).isEqualTo("parent");
  }

  @Test
  void aNewProductIsLikeTheRecordedOne() {
    TestingClient.Reply reply =
        client.post(
            "/products",
            """
            {'name':'Probe 1','sku':'PROBE-1','regular_price':'12.50','manage_stock':true,
             'stock_quantity':5,'meta_data':[{'key':'_x','value':'1'}]}\
            """);

    assertThat(reply.status()).isEqualTo(201);
    assertSameShape(reply.body(), recorded("product_created"));
    assertThat(reply.body().path("price_html"))
        .isEqualTo(recorded("product_created").path("price_html"));
  }

  @Test
  void aCategoryIsLikeTheRecordedOne() {
    JsonNode category = client.get("/products/categories").body().get(0);

    assertSameShape(category, without(recorded("list_products_categories").get(0), "image"));
    assertThat(category.path("name").asText()).isEqualTo("Home &amp; Garden");
  }

  private static JsonNode without(JsonNode object, String field) {
    com.fasterxml.jackson.databind.node.ObjectNode copy = object.deepCopy();
    copy.putNull(field);
    return copy;
  }

  private static void assertSameShape(JsonNode answered, JsonNode recorded) {
    assertThat(shape(answered)).containsExactlyEntriesOf(shape(recorded));
    assertThat(shape(answered.path("_links")))
        .containsExactlyEntriesOf(shape(recorded.path("_links")));
  }

  private static Map<String, JsonNodeType> shape(JsonNode object) {
    Map<String, JsonNodeType> shape = new LinkedHashMap<>();
    object.properties().forEach(field -> shape.put(field.getKey(), field.getValue().getNodeType()));
    return shape;
  }
}
