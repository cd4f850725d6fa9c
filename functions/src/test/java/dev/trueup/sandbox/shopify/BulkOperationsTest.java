package dev.trueup.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BulkOperationsTest {
  private static final String START = ExampleDocuments.read("10-bulk-start");
  private static final String CATALOG = ExampleDocuments.read("11-bulk-inner-catalog");

  @AutoClose
  private final TestingClient client =
      new TestingClient(SimulatedShopify.builder(TestingSeed.small()).plan(Plan.ENTERPRISE));

  @Test
  void writesEveryNodeOnALineWithItsParent() {
    JsonNode done = finished(start(CATALOG, false).at("/bulkOperation/id").asText());
    List<JsonNode> lines = lines(done);

    assertThat(done.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(done.path("objectCount").asText()).isEqualTo("" + lines.size());
    assertThat(done.path("rootObjectCount").asText()).isEqualTo("5");
    assertThat(lines.stream().map(line -> line.path("__typename").asText()).distinct())
        .containsExactly("Product", "ProductVariant", "Collection", "InventoryLevel");
    assertThat(parentsComeBeforeTheirChildren(lines)).isTrue();
    JsonNode level = lines.getLast();
    assertThat(level.path("__parentId").asText()).startsWith("gid://shopify/ProductVariant/");
    assertThat(level.at("/quantities/0/name").asText()).isEqualTo("available");
    assertThat(lines.getFirst().has("variants")).isFalse();
  }

  @Test
  void groupsChildrenUnderTheirParentsWhenAsked() {
    JsonNode done = finished(start(CATALOG, true).at("/bulkOperation/id").asText());

    assertThat(lines(done).stream().map(line -> line.path("__typename").asText()).limit(4))
        .containsExactly("Product", "ProductVariant", "InventoryLevel", "Product");
  }

  @Test
  void readsCollectionsWithTheirProducts() {
    String inner = ExampleDocuments.read("12-bulk-inner-collections");
    JsonNode done = finished(start(inner, false).at("/bulkOperation/id").asText());

    assertThat(lines(done).stream().map(line -> line.path("title").asText()))
        .containsExactly("Clothes", "Summer", "", "");
  }

  @Test
  void hasNoFileWhenThereIsNothing() {
    String query = "{ products(query: \"sku:NONE\") { edges { node { id } } } }";
    JsonNode done = finished(start(query, false).at("/bulkOperation/id").asText());

    assertThat(done.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(done.path("url").isNull()).isTrue();
  }

  @Test
  void runsFiveAtOnceAndListsThem() {
    client.store().holdBulkOperations(true);
    for (int i = 0; i < 5; i++) {
      assertThat(start(CATALOG, false).path("userErrors")).isEmpty();
    }
    JsonNode sixth = start(CATALOG, false);

    assertThat(sixth.at("/userErrors/0/code").asText()).isEqualTo("OPERATION_IN_PROGRESS");
    assertThat(unfinished()).isEqualTo(5);
    client.store().holdBulkOperations(false);
  }

  @Test
  void cancels() {
    client.store().holdBulkOperations(true);
    String id = start(CATALOG, false).at("/bulkOperation/id").asText();
    JsonNode canceled =
        client
            .query(ExampleDocuments.read("15-bulk-cancel"), Map.of("id", id))
            .at("/data/bulkOperationCancel");
    client.store().holdBulkOperations(false);

    assertThat(canceled.at("/bulkOperation/status").asText()).isEqualTo("CANCELING");
    assertThat(finished(id).path("status").asText()).isEqualTo("CANCELED");
  }

  @Test
  void failsWhenAScopeIsMissing() {
    SimulatedShopifyBuilder poor =
        SimulatedShopify.builder(TestingSeed.small()).scopes("read_products");
    try (TestingClient reader = new TestingClient(poor)) {
      String id =
          reader
              .query(START, Map.of("query", CATALOG))
              .at("/data/bulkOperationRunQuery/bulkOperation/id")
              .asText();
      JsonNode done = finished(reader, id);

      assertThat(done.path("status").asText()).isEqualTo("FAILED");
      assertThat(done.path("errorCode").asText()).isEqualTo("ACCESS_DENIED");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ products { nodes { id } } }",
        "{ shop { name } }",
        "{ nodes(ids: []) { id } }",
        "{ products { edges { node { nothing } } } }",
        "{ products { edges { node { variants { edges { node { id } } } } } } }",
        "{ products { edges { node { key: id variants { edges { node { id } } } } } } }",
        "{ products { edges { node { id } } } productVariants { edges { node { id } } } }",
        "{ collections { edges { node { id products { edges { node { id variants { edges { node {"
            + " id inventoryItem { inventoryLevels { edges { node { id } } } } } } } } } } } } } }",
        "mutation { bulkOperationCancel(id: \"1\") { userErrors { message } } }"
      })
  void refusesAQueryThatCannotBeRunInBulk(String query) {
    JsonNode refused = start(query, false);

    assertThat(refused.path("bulkOperation").isNull()).isTrue();
    assertThat(refused.at("/userErrors/0/code").asText()).isEqualTo("INVALID");
    assertThat(refused.at("/userErrors/0/message").asText()).isNotBlank();
  }

  private JsonNode start(String query, boolean grouped) {
    Map<String, Object> variables = Map.of("query", query, "groupObjects", grouped);
    JsonNode answer = client.query(START, variables);
    assertThat(answer.at("/extensions/cost/requestedQueryCost").asInt()).isEqualTo(10);
    return answer.at("/data/bulkOperationRunQuery");
  }

  private long unfinished() {
    JsonNode data =
        client.query(
            ExampleDocuments.read("14-bulk-list-running")
                .replace(", query: \"status:running\"", ""));
    return Stream.of("CREATED", "RUNNING")
        .mapToLong(
            status -> data.findValuesAsText("status").stream().filter(status::equals).count())
        .sum();
  }

  private JsonNode finished(String id) {
    return finished(client, id);
  }

  private static JsonNode finished(TestingClient client, String id) {
    String poll = ExampleDocuments.read("13-bulk-poll");
    for (int i = 0; i < 100_000; i++) {
      JsonNode operation = client.query(poll, Map.of("id", id)).at("/data/bulkOperation");
      if (!List.of("CREATED", "RUNNING", "CANCELING").contains(operation.path("status").asText())) {
        return operation;
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("the bulk operation does not end");
  }

  private List<JsonNode> lines(JsonNode operation) {
    return client
        .get(operation.path("url").asText())
        .body()
        .lines()
        .map(TestingClient::read)
        .toList();
  }

  private static boolean parentsComeBeforeTheirChildren(List<JsonNode> lines) {
    Map<String, Integer> places = new HashMap<>();
    List<Boolean> ordered = new ArrayList<>();
    for (JsonNode line : lines) {
      if (line.has("__parentId")) {
        ordered.add(places.containsKey(line.path("__parentId").asText()));
      }
      places.put(line.path("id").asText(), places.size());
    }
    return !ordered.contains(false);
  }
}
