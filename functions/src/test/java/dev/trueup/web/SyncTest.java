package dev.trueup.web;

import static dev.trueup.catalog.TestingRecords.restricted;
import static dev.trueup.catalog.TestingRecords.stock;
import static dev.trueup.web.TestingApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trueup.catalog.Value;
import dev.trueup.plan.TestingLabels;
import dev.trueup.store.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SyncTest {
  private static final String GUARDS = ",\"guards\":{\"changedShare\":1}";

  private final TestingApi api = new TestingApi();

  @BeforeEach
  void stocksBothStores() {
    api.woocommerce.put(stock("11", "A", "Apple", 1), stock("12", "B", "Bread", 2));
    api.woocommerce.put(restricted(stock("13", "C", "Cheese", 3), "sold in bundles"));
    api.woocommerce.put(stock("14", "D", "Dates", 4), stock("15", "E", "Eggs", 5));
    api.shopify.put(stock("s1", "A", "Apple", 10), stock("s2", "B", "Bread", 20));
    api.shopify.put(stock("s3", "C", "Cheese", 30), stock("s4", "D", "Dates", 4));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"11\"", "11", "\"s1\"", "\"A\"", "\" a \""})
  void writesAProductHoweverItIsNamed(String product) {
    JsonNode synced = synced("\"products\":[" + product + "]");

    assertThat(synced.path("run").path("status").asText()).isEqualTo("succeeded");
    assertThat(synced.path("run").path("named").asBoolean()).isTrue();
    assertThat(synced.path("results"))
        .isEqualTo(
            Json.read(
                """
                [
                  {
                    "productId": "11",
                    "name": "Apple",
                    "success": true,
                    "oldQuantity": 10,
                    "newQuantity": 1
                  }
                ]
                """));
    assertThat(api.shopify.value("s1", "quantity")).isEqualTo(Value.of(1));
    assertThat(api.shopify.value("s2", "quantity")).isEqualTo(Value.of(20));
  }

  @Test
  void carriesOutThePoliciesItIsAskedFor() {
    synced("\"products\":[\"B\"],\"stock\":{\"buffer\":1}");

    assertThat(api.shopify.value("s2", "quantity")).isEqualTo(Value.of(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          C    | 13   | Cheese | sold in bundles
          E    | 15   | Eggs   | only the source has it
          NONE | NONE | NONE   | nothing to sync has this id or SKU: neither store has it, or only one has it and the policies leave that alone
          """)
  void saysWhyAProductIsNotWritten(String product, String id, String name, String error) {
    JsonNode result = synced("\"products\":[\"" + product + "\"]").path("results").path(0);

    assertThat(result.path("productId").asText()).isEqualTo(id);
    assertThat(result.path("name").asText()).isEqualTo(name);
    assertThat(result.path("success").asBoolean(true)).isFalse();
    assertThat(result.path("error").asText()).isEqualTo(error);
    assertThat(result.path("newQuantity")).isEqualTo(result.path("oldQuantity"));
    assertThat(api.shopify.requests()).isEmpty();
  }

  @Test
  void succeedsWhereThereIsNothingToDo() {
    JsonNode synced = synced("\"products\":[\"D\"]");

    assertThat(synced.path("run").path("status").asText()).isEqualTo("in-sync");
    assertThat(synced.path("results"))
        .isEqualTo(
            Json.read(
                """
                [
                  {
                    "productId": "14",
                    "name": "Dates",
                    "success": true,
                    "oldQuantity": 4,
                    "newQuantity": 4
                  }
                ]
                """));
  }

  @Test
  void tellsWhatIsInSyncFromWhatIsNotThere() {
    JsonNode results = synced("\"products\":[\"A\",\"s4\",\"NONE\"]").path("results");

    assertThat(results.findValuesAsText("productId")).containsExactly("11", "14", "NONE");
    assertThat(results.findValuesAsText("success")).containsExactly("true", "true", "false");
  }

  @Test
  void answersForEveryProductOnce() {
    JsonNode synced = synced("\"products\":[\"B\",\"12\",\"s2\",\"A\",\"NONE\"]");

    assertThat(synced.path("results").findValuesAsText("productId"))
        .containsExactly("12", "11", "NONE");
    assertThat(synced.path("results").path(2).path("success").asBoolean(true)).isFalse();
  }

  @Test
  void tellsWhatTheStoreHasWhenItMoved() {
    api.shopify.answering((_, _) ->
        List.of(new Outcome.Conflict(Map.of("quantity", Value.of(7)), "it was sold meanwhile")));

    JsonNode result = synced("\"products\":[\"A\"]").path("results").path(0);

    assertThat(result.path("success").asBoolean(true)).isFalse();
    assertThat(result.path("error").asText()).isEqualTo("it was sold meanwhile");
    assertThat(result.path("oldQuantity").asInt()).isEqualTo(10);
    assertThat(result.path("newQuantity").asInt()).isEqualTo(7);
  }

  @Test
  void tellsWhereARunIsThatStopsOnItsWay() {
    List.of("11", "12", "13", "14", "15").forEach(api.woocommerce::remove);

    Response response =
        api.post(
            "/api/inventory/sync",
            "{\"sourceOfTruth\":\"woocommerce\",\"products\":[\"A\"],\"missingInSource\":\"zero\"}");

    assertThat(response.status()).isEqualTo(202);
    assertThat(json(response).path("status").asText()).isEqualTo("awaiting-approval");
    assertThat(response.headers())
        .containsEntry("Location", json(response).path("links").path("self").asText());
  }

  @Test
  void writesThoseItemsOfARun() {
    JsonNode run = api.compared("inventory", source("")).path("run");

    JsonNode synced = synced("\"products\":[\"b\",\"s1\"],\"runId\":\"" + id(run) + "\"");

    assertThat(id(synced.path("run"))).isEqualTo(id(run));
    assertThat(synced.path("run").path("status").asText()).isEqualTo("succeeded");
    assertThat(synced.path("run").path("counts").path("selected").asInt()).isEqualTo(2);
    assertThat(synced.path("results").findValuesAsText("productId")).containsExactly("12", "11");
    assertThat(synced.path("results").findValuesAsText("success")).containsOnly("true");
  }

  @Test
  void takesANumberForTheStoresOwnFirst() {
    api.woocommerce.put(stock("2", "Z", "Zucchini", 9));
    api.shopify.put(stock("s9", "Z", "Zucchini", 1));
    JsonNode run = api.compared("inventory", source("")).path("run");

    JsonNode synced = synced("\"products\":[\"2\",\"1\"],\"runId\":\"" + id(run) + "\"");

    assertThat(synced.path("results").findValuesAsText("name"))
        .containsExactly("Zucchini", "Apple");
    assertThat(api.shopify.value("s2", "quantity")).isEqualTo(Value.of(20));
  }

  @Test
  void approvesNothingOfARunThatHasNothingOfIt() {
    JsonNode run = api.compared("inventory", source("")).path("run");

    JsonNode synced = synced("\"products\":[\"C\",\"NONE\"],\"runId\":\"" + id(run) + "\"");

    assertThat(synced.path("run").path("status").asText()).isEqualTo("awaiting-approval");
    assertThat(synced.path("results").findValuesAsText("success")).containsOnly("false");
    assertThat(synced.path("results").path(1).path("error").asText())
        .contains("has no item with this id or SKU");
  }

  @Test
  void refusesAPartOfARunThatAGuardStops() {
    JsonNode run = api.compared("inventory", "{\"sourceOfTruth\":\"woocommerce\"}").path("run");

    Response response =
        api.post(
            "/api/inventory/sync",
            source(",\"products\":[\"A\"],\"runId\":\"" + id(run) + "\"").replace(GUARDS, ""));

    assertThat(response.status()).isEqualTo(409);
    assertThat(json(response).path("detail").asText()).contains("stopped by changed-share");
    String overridden =
        ",\"products\":[\"A\"],\"overrideGuards\":[\"changed-share\"],\"note\":\"one item\","
            + "\"runId\":\""
            + id(run)
            + "\"";
    assertThat(api.post("/api/inventory/sync", source(overridden).replace(GUARDS, "")).status())
        .isEqualTo(200);
  }

  @Test
  void needsNoOverrideForWhatIsNamed() {
    Response response =
        api.post(
            "/api/inventory/sync",
            "{\"sourceOfTruth\":\"woocommerce\",\"products\":[\"A\",\"B\"]}");

    assertThat(response.status()).isEqualTo(200);
    assertThat(json(response).path("run").path("status").asText()).isEqualTo("succeeded");
  }

  @Test
  void leavesADifferentRunAlone() {
    JsonNode run = api.compared("inventory", source("")).path("run");
    String part = ",\"products\":[\"A\"],\"runId\":\"" + id(run) + "\"}";

    assertThat(api.post("/api/inventory/sync", "{\"sourceOfTruth\":\"shopify\"" + part).status())
        .isEqualTo(409);
    assertThat(api.post("/api/labels/sync", "{\"sourceOfTruth\":\"woocommerce\"" + part).status())
        .isEqualTo(409);
    assertThat(
            api.post(
                    "/api/inventory/sync",
                    "{\"sourceOfTruth\":\"woocommerce\",\"stock\":{\"buffer\":1}" + part)
                .status())
        .isEqualTo(422);
    assertThat(
            api.post(
                    "/api/inventory/sync",
                    "{\"sourceOfTruth\":\"woocommerce\",\"products\":[1],\"runId\":\"nope\"}")
                .status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"products":["A"]}                                     | sourceOfTruth
          {"sourceOfTruth":"shop","products":["A"]}              | sourceOfTruth
          {"sourceOfTruth":"shopify"}                            | products
          {"sourceOfTruth":"shopify","products":[]}              | products
          {"sourceOfTruth":"shopify","products":"all"}           | products
          {"sourceOfTruth":"shopify","products":[" "]}           | products[0]
          {"sourceOfTruth":"shopify","products":["A"],"filter":"all"} | filter
          {"sourceOfTruth":"shopify","products":["A"],"missingInDestination":"create"} | missingInDestination
          """)
  void refusesARequestThatIsNotComplete(String body, String field) {
    Response response = api.post("/api/inventory/sync", body);

    assertThat(response.status()).isEqualTo(422);
    assertThat(json(response).path("field").asText()).isEqualTo(field);
  }

  @Test
  void saysNothingOfQuantitiesWhereThereAreNone() {
    var other = new TestingApi();
    other.woocommerce.put(TestingLabels.label("w1", "Sale", "new"));
    other.shopify.put(TestingLabels.label("s1", "Sale", "old"));

    JsonNode results =
        json(other.post(
                "/api/labels/sync", "{\"sourceOfTruth\":\"woocommerce\",\"products\":[\"w1\"]}"))
            .path("results");

    assertThat(results)
        .isEqualTo(Json.read("[{\"productId\":\"w1\",\"name\":\"Sale\",\"success\":true}]"));
  }

  private static String source(String more) {
    return "{\"sourceOfTruth\":\"woocommerce\"" + GUARDS + more + "}";
  }

  /// Syncs and expects a complete answer.
  private JsonNode synced(String what) {
    Response response =
        api.post("/api/inventory/sync", "{\"sourceOfTruth\":\"woocommerce\"," + what + "}");
    assertThat(response.status()).as(response.body()).isEqualTo(200);
    return json(response);
  }

  private static String id(JsonNode run) {
    return run.path("id").asText();
  }
}
