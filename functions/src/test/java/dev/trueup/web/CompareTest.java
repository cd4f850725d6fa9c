package dev.trueup.web;

import static dev.trueup.catalog.TestingRecords.stock;
import static dev.trueup.catalog.TestingRecords.uncounted;
import static dev.trueup.web.TestingApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trueup.catalog.Platform;
import dev.trueup.plan.TestingLabels;
import dev.trueup.store.StoreException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CompareTest {
  private static final String WOO = "{\"sourceOfTruth\":\"woocommerce\"}";

  private final TestingApi api = new TestingApi();

  @Test
  void acceptsARunAndTellsWhereItIs() {
    Response response = api.post("/api/inventory/compare", WOO);

    assertThat(response.status()).isEqualTo(202);
    String self = json(response).path("links").path("self").asText();
    assertThat(response.headers())
        .containsEntry("Location", self)
        .containsEntry("Cache-Control", "no-store")
        .containsEntry("Content-Type", "application/json");
    assertThat(json(response).path("status").asText()).isEqualTo("comparing");
    assertThat(json(api.get(self))).isEqualTo(json(response));
  }

  @Test
  void showsEveryPartOfARun() throws IOException {
    api.woocommerce.put(stock("w1", "MUG", "Mug", 5));
    api.shopify.put(stock("s1", "MUG", "Mug", 8));

    JsonNode run = api.compared("inventory", WOO).path("run");

    assertThat(run)
        .isEqualTo(
            TestingApi.resource("run.json", run.path("id").asText(), run.path("digest").asText()));
    assertThat(run.path("digest").asText()).matches("[0-9a-f]{64}");
  }

  @Test
  void showsWhatAnItemOfInventoryIsOnBothSides() {
    api.woocommerce.put(stock("w1", "mug", "Mug", 5));
    api.shopify.put(stock("s1", "MUG", "A mug", 8));

    JsonNode item =
        api.compared("inventory", "{\"sourceOfTruth\":\"woocommerce\",\"stock\":{\"buffer\":2}}")
            .path("items")
            .path(0);

    assertThat(item)
        .isEqualTo(
            Json.read(
                """
                {
                  "id": "1",
                  "action": "update",
                  "name": "Mug",
                  "sku": "mug",
                  "matchedBy": "sku",
                  "fields": [{"name": "quantity", "before": 8, "after": 3}],
                  "decision": "pending",
                  "sourceId": "w1",
                  "destinationId": "s1",
                  "productId": "w1",
                  "sourceQuantity": 5,
                  "destinationQuantity": 8,
                  "difference": 3,
                  "sourceStatus": "instock",
                  "destinationStatus": "instock",
                  "sourcePlatform": "woocommerce",
                  "destinationPlatform": "shopify",
                  "sourceProductId": "w1",
                  "destinationProductId": "s1"
                }
                """));
  }

  @Test
  void leavesOutWhatASideDoesNotHave() {
    api.woocommerce.put(uncounted("w1", "ONLY-WOO", true));
    api.shopify.put(stock("s1", "ONLY-SHOPIFY", "Zinnia", 0));

    JsonNode items = api.compared("inventory", WOO).path("items");

    assertThat(items.path(0).path("action").asText()).isEqualTo("missing-in-destination");
    assertThat(items.path(0).path("productId").asText()).isEqualTo("w1");
    assertThat(items.path(0).path("sourceQuantity").isNull()).isTrue();
    assertThat(items.path(0).path("sourceStatus").asText()).isEqualTo("instock");
    assertThat(items.path(0).path("destinationStatus").isNull()).isTrue();
    assertThat(items.path(0).path("destinationId").isNull()).isTrue();
    assertThat(items.path(0).path("note").asText()).isEqualTo("only the source has it");
    assertThat(items.path(0).path("decision").asText()).isEqualTo("none");
    assertThat(items.path(1).path("productId").asText()).isEqualTo("s1");
    assertThat(items.path(1).path("destinationStatus").asText()).isEqualTo("outofstock");
    assertThat(items.path(1).path("difference").isNull()).isTrue();
  }

  @Test
  void showsAnItemOfAnyOtherResourceAsItIs() {
    api.woocommerce.put(TestingLabels.label("w1", "Sale", "50 %", "red", "blue"));
    api.shopify.put(TestingLabels.label("s1", "Sale", "50 %", "red"));

    JsonNode item = api.compared("labels", WOO).path("items").path(0);

    assertThat(item)
        .isEqualTo(
            Json.read(
                """
                {
                  "id": "1",
                  "action": "update",
                  "name": "Sale",
                  "sku": "",
                  "matchedBy": "name",
                  "fields": [{"name": "colours", "before": ["red"], "after": ["red", "blue"]}],
                  "decision": "pending",
                  "sourceId": "w1",
                  "destinationId": "s1"
                }
                """));
  }

  @Test
  void saysThatTheStoresAreInSync() {
    api.woocommerce.put(stock("w1", "MUG", "Mug", 5));
    api.shopify.put(stock("s1", "MUG", "Mug", 5));

    JsonNode compared = api.compared("inventory", WOO);

    assertThat(compared.path("run").path("status").asText()).isEqualTo("in-sync");
    assertThat(compared.path("items")).isEmpty();
    assertThat(compared.has("next")).isFalse();
  }

  @Test
  void saysWhyAComparisonFailed() {
    api.shopifyShop.breakDown();

    JsonNode run = api.compared("inventory", WOO).path("run");

    assertThat(run.path("status").asText()).isEqualTo("failed");
    assertThat(run.path("error").asText()).isEqualTo("it fell silent");
    assertThat(run.path("counts").path("matched").isNull()).isTrue();
  }

  @Test
  void waitsNoLongerThanAskedFor() {
    Response response = api.send("POST", "/api/inventory/compare", WOO, Map.of("prefer", "wait=0"));

    assertThat(response.status()).isEqualTo(202);
    assertThat(response.headers()).containsEntry("Preference-Applied", "wait=0");
  }

  @Test
  void capsTheWait() {
    Response response =
        api.send(
            "POST",
            "/api/inventory/compare",
            WOO,
            Map.of("prefer", "respond-async, WAIT = 999999999"));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers()).containsEntry("Preference-Applied", "wait=25");
  }

  @Test
  void ignoresAPreferenceItDoesNotUnderstand() {
    for (String preference : new String[] {"wait=soon", "wait", "wait=-1", "", "wait=9999999999"}) {
      Response response =
          api.send("POST", "/api/inventory/compare", WOO, Map.of("prefer", preference));
      assertThat(response.status()).isIn(202, 409);
      assertThat(response.headers()).doesNotContainKey("Preference-Applied");
    }
  }

  @Test
  void pagesTheDifferencesOfAnAnswer() {
    for (int i = 100; i < 250; i++) {
      api.woocommerce.put(stock("w" + i, "S" + i, "Item " + i, 1));
      api.shopify.put(stock("s" + i, "S" + i, "Item " + i, 2));
    }

    JsonNode compared = api.compared("inventory", WOO);

    assertThat(compared.path("items")).hasSize(100);
    String items = compared.path("run").path("links").path("items").asText();
    JsonNode rest = json(api.get(items + "?cursor=" + compared.path("next").asText()));
    assertThat(rest.path("items")).hasSize(50);
    assertThat(rest.path("items").path(0).path("name").asText()).isEqualTo("Item 200");
    assertThat(rest.has("next")).isFalse();
  }

  @Test
  void refusesASecondRunAndTellsTheOpenOne() {
    JsonNode open = json(api.post("/api/inventory/compare", WOO));

    Response refused = api.post("/api/inventory/compare", WOO);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(json(refused).path("openRun").asText())
        .isEqualTo(open.path("links").path("self").asText());
    assertThat(json(refused).path("detail").asText())
        .isEqualTo(
            "run %s of the same stores and resource is open and comparing: wait until it is"
                    .formatted(open.path("id").asText())
                + " closed, or cancel it");
  }

  @Test
  void replacesARunThatAwaitsApprovalWhenAskedTo() {
    api.woocommerce.put(stock("w1", "MUG", "Mug", 5));
    api.shopify.put(stock("s1", "MUG", "Mug", 8));
    JsonNode open = api.compared("inventory", WOO).path("run");

    assertThat(json(api.post("/api/inventory/compare", WOO)).path("detail").asText())
        .contains("awaiting-approval", "\"replace\": true");
    Response replaced =
        api.post("/api/inventory/compare", "{\"sourceOfTruth\":\"shopify\",\"replace\":true}");

    assertThat(replaced.status()).isEqualTo(202);
    JsonNode superseded = json(api.get(open.path("links").path("self").asText()));
    assertThat(superseded.path("status").asText()).isEqualTo("rejected");
    assertThat(superseded.path("decision").path("note").asText())
        .isEqualTo("superseded by run " + json(replaced).path("id").asText());
  }

  @Test
  void listsTheResourcesThereAre() {
    Response response = api.post("/api/unicorns/compare", WOO);

    assertThat(response.status()).isEqualTo(404);
    assertThat(json(response).path("detail").asText())
        .isEqualTo("there is no such resource here; there is inventory, labels");
  }

  @Test
  void passesOnWhatAStoreSays() {
    problemOf(StoreException.Kind.UNAUTHORIZED, 502);
    problemOf(StoreException.Kind.FORBIDDEN, 502);
    problemOf(StoreException.Kind.NOT_FOUND, 502);
    problemOf(StoreException.Kind.THROTTLED, 503);
    problemOf(StoreException.Kind.UNAVAILABLE, 503);
    problemOf(StoreException.Kind.REJECTED, 422);
    problemOf(StoreException.Kind.CONFLICT, 409);
    assertThat(json(api.get("/api/runs")).path("items")).isEmpty();
  }

  @Test
  void tellsHowLongAStoreAsksToWait() {
    api.shopifyShop.answering(() -> {
      throw new StoreException(
          Platform.SHOPIFY,
          StoreException.Kind.THROTTLED,
          "slow down",
          Duration.ofSeconds(12),
          null);
    });

    assertThat(api.post("/api/inventory/compare", WOO).headers())
        .containsEntry("Retry-After", "12");
  }

  private void problemOf(StoreException.Kind kind, int status) {
    api.shopifyShop.failing(kind, "Shopify says: " + kind);

    Response response = api.post("/api/inventory/compare", WOO);

    assertThat(response.status()).isEqualTo(status);
    assertThat(response.headers()).containsEntry("Content-Type", "application/problem+json");
    JsonNode problem = json(response);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("detail").asText()).isEqualTo("Shopify says: " + kind);
    assertThat(problem.path("platform").asText()).isEqualTo("shopify");
    assertThat(problem.path("kind").asText()).isEqualTo(JsonObject.word(kind));
  }
}
