package dev.trueup.sandbox.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductWriteTest {
  private final SimulatedWooCommerce shop =
      SimulatedWooCommerce.builder(TestingSeed.products()).start();
  private final TestingClient client = new TestingClient(shop);

  @AfterEach
  void close() {
    client.close();
    shop.close();
  }

  @ParameterizedTest
  @CsvSource({"12.50,12.50,12.50", "'12,50',1250,1250", "'1,5',15,15", "abc,'',''"})
  void readsPricesAsWooCommerceDoes(String written, String stored, String price) {
    JsonNode product = put("/products/101", "{'regular_price':'" + written + "'}").body();

    assertThat(product.path("regular_price").asText()).isEqualTo(stored);
    assertThat(product.path("price").asText()).isEqualTo(price);
    assertThat(shop.nonsense()).hasSize(written.equals("12.50") ? 0 : 1);
  }

  @Test
  void dropsASalePriceThatIsNotLower() {
    JsonNode product = put("/products/101", "{'sale_price':'5.75'}").body();

    assertThat(product.path("sale_price").asText()).isEmpty();
    assertThat(product.path("on_sale").asBoolean()).isFalse();
    assertThat(shop.nonsense()).singleElement().asString().contains("sale price");
  }

  @Test
  void encodesNames() {
    assertThat(client.get("/products/101").body().path("name").asText())
        .isEqualTo("Mug &amp; Saucer");
    assertThat(put("/products/101", "{'name':'A & B < C'}").body().path("name").asText())
        .isEqualTo("A &amp; B &lt; C");
    assertThat(put("/products/101", "{'name':'A &amp; B'}").body().path("name").asText())
        .isEqualTo("A &amp; B");
  }

  @Test
  void showsDescriptionsRawToWritersAndInLinesToReaders() {
    assertThat(put("/products/101", "{'description':'bare'}").body().path("description").asText())
        .isEqualTo("bare");
    assertThat(client.get("/products/101").body().path("description").asText())
        .isEqualTo("<p>bare</p>\n");
  }

  @Test
  void putsWhatHasNoKnownCategoryIntoUncategorized() {
    JsonNode product = put("/products/101", "{'categories':[{'id':4711}]}").body();

    assertThat(product.at("/categories/0/name").asText()).isEqualTo("Uncategorized");
    assertThat(shop.nonsense()).singleElement().asString().contains("does not exist");
  }

  @Test
  void mergesMetaDataByKey() {
    put("/products/101", "{'meta_data':[{'key':'a','value':1},{'key':'b','value':2}]}");
    JsonNode meta = put("/products/101", "{'meta_data':[{'key':'a','value':3}]}").body();

    assertThat(meta.path("meta_data")).hasSize(2);
    assertThat(meta.at("/meta_data/0/value").asInt()).isEqualTo(3);
  }

  @Test
  void refusesAFieldThatTheApiDoesNotHave() {
    TestingClient.Reply reply = put("/products/101", "{'stock':3}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body().path("message").asText()).isEqualTo("Invalid parameter(s): stock");
  }

  @Test
  void refusesAnotherIdInTheBody() {
    assertThat(put("/products/101", "{'id':102}").status()).isEqualTo(400);
  }

  @Test
  void refusesABodyThatIsNotDeclaredAsJson() throws IOException {
    assertThat(client.raw("PUT", "/wp-json/wc/v3/products/101", "{}", "text/plain").status())
        .isEqualTo(400);
  }

  @Test
  void refusesAVariationThroughTheProductsRoute() {
    assertThat(put("/products/104", "{}").body().path("code").asText())
        .isEqualTo("woocommerce_rest_invalid_product_id");
  }

  @Test
  void keepsTheSkuOfATrashedProductTaken() {
    shop.remove("MUG");

    assertThat(client.post("/products", "{'name':'x','sku':'MUG'}").body().path("code").asText())
        .isEqualTo("woocommerce_rest_product_not_created");
  }

  @Test
  void createsAVariationWithTheChoicesGiven() {
    TestingClient.Reply reply =
        client.post(
            "/products/103/variations",
            """
            {'sku':'SHIRT-XL','regular_price':'30','manage_stock':true,'stock_quantity':1,
             'attributes':[{'name':'Color','option':'Red'},{'name':'Size','option':'XL'}]}\
            """);

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.body().path("name").asText()).isEqualTo("Red, XL");
    assertThat(reply.header("Location")).contains("(?P<product_id>");
    assertThat(client.get("/products/103").body().path("variations")).hasSize(3);
  }

  private TestingClient.Reply put(String path, String body) {
    return client.put(path, body);
  }
}
