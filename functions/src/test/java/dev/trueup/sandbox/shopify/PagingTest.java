package dev.trueup.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {
  private final TestingTime time = new TestingTime();

  @AutoClose
  private final TestingClient client =
      new TestingClient(
          SimulatedShopify.builder(TestingSeed.many(25)).plan(Plan.PLUS).clock(time).nanos(time));

  @ParameterizedTest
  @ValueSource(strings = {"products", "productVariants", "inventoryItems"})
  void givesEveryNodeOnceInTheOrderOfIds(String connection) {
    List<String> ids = walk(connection, "", 10);

    assertThat(ids).hasSize(25).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void staysInPlaceWhileProductsComeAndGo() {
    JsonNode first = page("products", "", 10, null);
    client.store().remove("SKU-3");
    client.store().remove("SKU-12");
    JsonNode second = page("products", "", 10, first.at("/pageInfo/endCursor").asText());

    assertThat(second.at("/nodes/0/id").asText()).endsWith("10");
    assertThat(second.at("/nodes").findValuesAsText("id")).hasSize(10);
    assertThat(second.at("/pageInfo/hasPreviousPage").asBoolean()).isTrue();
  }

  @Test
  void pagesByUpdateAndShowsWhatMovedLast() {
    time.pass(Duration.ofMinutes(1));
    client.store().sell("SKU-4", 1);
    time.pass(Duration.ofMinutes(1));
    client.store().sell("SKU-2", 1);

    String since = ", sortKey: UPDATED_AT, query: \"updated_at:>='2026-11-22T12:01:00Z'\"";
    assertThat(walk("products", since, 1))
        .containsExactly(
            "gid://shopify/Product/8100000000004", "gid://shopify/Product/8100000000002");
  }

  @Test
  void refusesAConnectionWithoutAPageSizeAndOneThatIsTooLarge() {
    assertThat(client.query("{ products { nodes { id } } }").at("/errors/0/message").asText())
        .isEqualTo("you must provide one of first or last");
    assertThat(
            client
                .query("{ products(first: 251) { nodes { id } } }")
                .at("/errors/0/extensions/code")
                .asText())
        .isEqualTo("BAD_REQUEST");
  }

  @Test
  void refusesACursorThatIsNotItsOwn() {
    assertThat(
            client
                .query("{ products(first: 1, after: \"1\") { nodes { id } } }")
                .at("/errors/0/message")
                .asText())
        .contains("Invalid cursor");
  }

  @Test
  void countsUpToTheLimitAndSaysSo() {
    JsonNode data =
        client
            .query(
                "{ few: productsCount(limit: 10) { count precision }"
                    + " all: productVariantsCount(limit: null) { count precision }"
                    + " one: productsCount(query: \"sku:SKU-7\") { count precision } }")
            .path("data");

    assertThat(data.path("few").toString()).isEqualTo("{\"count\":10,\"precision\":\"AT_LEAST\"}");
    assertThat(data.path("all").toString()).isEqualTo("{\"count\":25,\"precision\":\"EXACT\"}");
    assertThat(data.at("/one/count").asInt()).isEqualTo(1);
  }

  private List<String> walk(String connection, String arguments, int first) {
    List<String> ids = new ArrayList<>();
    @Nullable String after = null;
    do {
      JsonNode page = page(connection, arguments, first, after);
      ids.addAll(page.path("nodes").findValuesAsText("id"));
      after =
          page.at("/pageInfo/hasNextPage").asBoolean()
              ? page.at("/pageInfo/endCursor").asText()
              : null;
    } while (after != null);
    return ids;
  }

  private JsonNode page(String connection, String arguments, int first, @Nullable String after) {
    Map<String, @Nullable Object> variables = new HashMap<>();
    variables.put("after", after);
    String document =
        "query($after: String) { "
            + connection
            + "(first: "
            + first
            + ", after: $after"
            + arguments
            + ") { nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor } } }";
    return client.query(document, variables).path("data").path(connection);
  }
}
