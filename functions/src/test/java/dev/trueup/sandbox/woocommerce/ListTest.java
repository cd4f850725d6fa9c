package dev.trueup.sandbox.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListTest {
  private final SimulatedWooCommerce shop =
      SimulatedWooCommerce.builder(TestingSeed.products()).start();
  private final TestingClient client = new TestingClient(shop);

  @AfterAll
  void close() {
    client.close();
    shop.close();
  }

  @Test
  void listsTheNewestProductsFirst() {
    assertThat(ids("/products")).containsExactly(106, 103, 102, 101);
    assertThat(ids("/products/103/variations")).containsExactly(105, 104);
    assertThat(ids("/variations")).containsExactly(108, 107, 105, 104);
  }

  @Test
  void tellsTotalsAndNeighbours() {
    TestingClient.Reply middle = client.get("/products?per_page=1&page=2&_fields=id");

    assertThat(middle.header("X-WP-Total")).isEqualTo("4");
    assertThat(middle.header("X-WP-TotalPages")).isEqualTo("4");
    String list = "<" + shop.url() + "/wp-json/wc/v3/products?per_page=1&_fields=id&page=";
    assertThat(middle.header("Link"))
        .isEqualTo(list + "1>; rel=\"prev\", " + list + "3>; rel=\"next\"");
  }

  @Test
  void answersAPagePastTheEndWithNothing() {
    TestingClient.Reply past = client.get("/products?page=9");

    assertThat(past.status()).isEqualTo(200);
    assertThat(past.body()).isEmpty();
    assertThat(past.header("X-WP-Total")).isEqualTo("4");
  }

  @Test
  void answersAnUnknownProductsVariationsWithNothing() {
    assertThat(client.get("/products/9999/variations").status()).isEqualTo(200);
    assertThat(ids("/products/9999/variations")).isEmpty();
  }

  @Test
  void selectsFields() {
    JsonNode listed = client.get("/products?sku=MUG&_fields=id,sku,categories.name").body().get(0);
    JsonNode single = client.get("/products/101?_fields=id").body();

    assertThat(names(listed)).containsExactly("id", "sku", "categories");
    assertThat(names(listed.at("/categories/0"))).containsExactly("name");
    assertThat(names(single)).containsExactly("id", "_links");
  }

  @Test
  void refusesAFieldThatNoAnswerHas() {
    assertThat(client.get("/products?_fields=id,quantity").status()).isEqualTo(400);
    assertThat(client.get("/system_status?_fields=enviroment").status()).isEqualTo(400);
  }

  @Test
  void refusesParametersThatTheApiDoesNotHave() {
    TestingClient.Reply reply = client.get("/products?limit=5&after_id=3");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body().path("message").asText())
        .isEqualTo("Invalid parameter(s): limit, after_id");
    assertThat(client.get("/variations?category=16").status()).isEqualTo(400);
    assertThat(client.get("/products?page=1&page=2").status()).isEqualTo(400);
  }

  @Test
  void refusesParametersOfTheWrongKindAsWordPressDoes() {
    assertThat(message("per_page=0"))
        .isEqualTo("per_page must be between 1 (inclusive) and 100 (inclusive)");
    assertThat(message("page=0")).isEqualTo("page must be greater than or equal to 1");
    assertThat(message("page=x")).isEqualTo("page is not of type integer.");
    assertThat(message("order=up")).isEqualTo("order is not one of asc and desc.");
    assertThat(message("modified_after=2026-11-22")).isEqualTo("Invalid date.");
  }

  @Test
  void findsSkusExactlyWhateverTheirCaseAndVariationsToo() {
    assertThat(ids("/products?sku=mug,SHIRT-M,nothing")).containsExactly(104, 101);
    assertThat(ids("/products?sku=SHIRT")).isEmpty();
    assertThat(ids("/products?search_sku=shirt")).containsExactly(105, 104);
    assertThat(client.get("/products?sku=SHIRT-M").body().at("/0/parent_id").asInt())
        .isEqualTo(103);
  }

  @Test
  void filters() {
    assertThat(ids("/products?include=101,103")).containsExactly(103, 101);
    assertThat(ids("/products?include=101,103&orderby=include")).containsExactly(101, 103);
    assertThat(ids("/products?exclude=101,103")).containsExactly(106, 102);
    assertThat(ids("/products?type=variable&order=asc&orderby=id")).containsExactly(103, 106);
    assertThat(ids("/products?search=saucer")).containsExactly(101);
    assertThat(ids("/products?status=draft")).isEmpty();
    assertThat(ids("/variations?stock_status=onbackorder")).containsExactly(105);
    assertThat(ids("/variations?parent=106&per_page=1&offset=1")).containsExactly(107);
    int category = client.get("/products/categories?search=home").body().at("/0/id").asInt();
    assertThat(ids("/products?category=" + category)).containsExactly(103, 102, 101);
  }

  @Test
  void givesEachItemItsOwnPlaceAcrossPages() {
    List<Integer> seen = new ArrayList<>();
    for (int page = 1; page <= 4; page++) {
      seen.addAll(ids("/products?orderby=modified&per_page=1&page=" + page));
    }

    assertThat(seen).containsExactlyInAnyOrder(101, 102, 103, 106);
  }

  @Test
  void describesItself() {
    JsonNode index = client.send("GET", "/wp-json/", "").body();
    JsonNode status =
        client.get("/system_status?_fields=environment.version,settings.currency").body();

    assertThat(index.path("timezone_string").asText()).isEqualTo("Europe/Berlin");
    assertThat(index.path("namespaces").toString()).contains("wc/v3");
    assertThat(status)
        .isEqualTo(
            TestingClient.json(
                "{'environment':{'version':'10.5.0'},'settings':{'currency':'EUR'}}"));
    assertThat(client.get("/settings/products/woocommerce_weight_unit").body().path("value"))
        .isEqualTo(TestingClient.json("'kg'"));
    assertThat(client.get("/settings/general/woocommerce_currency").body().path("value"))
        .isEqualTo(TestingClient.json("'EUR'"));
  }

  @Test
  void anOlderShopHasNoListOfAllVariations() {
    try (SimulatedWooCommerce older =
            SimulatedWooCommerce.builder(TestingSeed.products())
                .withoutVariationsEndpoint()
                .start();
        TestingClient asking = new TestingClient(older)) {
      assertThat(asking.get("/variations").status()).isEqualTo(404);
      assertThat(asking.get("/variations").body())
          .isEqualTo(TestingClient.recorded("err_no_route"));
    }
  }

  private String message(String query) {
    JsonNode params = client.get("/products?" + query).body().at("/data/params");
    return params.properties().iterator().next().getValue().asText();
  }

  private List<Integer> ids(String path) {
    List<Integer> ids = new ArrayList<>();
    client.get(path).body().forEach(item -> ids.add(item.path("id").asInt()));
    return ids;
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
