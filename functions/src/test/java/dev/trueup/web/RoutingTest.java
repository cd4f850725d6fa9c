package dev.trueup.web;

import static dev.trueup.web.TestingApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RoutingTest {
  private static final String COMPARE = "/api/inventory/compare";

  private final TestingApi api = new TestingApi();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "",
        "/api",
        "/api/",
        "/api/run",
        "/api/runs/",
        "/api//compare",
        "/api/runs/01KAMPZZZZ0000000000/undo",
        "/api/runs/01KAMPZZZZ0000000000/items/",
        "/api/runs/../connections",
        "/API/runs",
        "/api/inventory/compare/now"
      })
  void knowsNoOtherPath(String path) {
    Response response = api.get(path);

    assertThat(response.status()).isEqualTo(404);
    assertThat(json(response).path("type").asText()).isEqualTo("about:blank");
    assertThat(json(response).path("title").asText()).isEqualTo("Not Found");
    assertThat(json(response).path("detail").asText()).contains("/api/openapi.json");
  }

  @Test
  void tellsWhichMethodsAPathTakes() {
    allows("DELETE", "/api/runs", "GET, HEAD");
    allows("POST", "/api/connections", "GET, HEAD");
    allows("GET", COMPARE, "POST");
    allows("HEAD", "/api/runs/01KAMPZZZZ0000000000/approve", "POST");
    allows("OPTIONS", "/api/inventory/sync", "POST");
    allows("get", "/api/runs", "GET, HEAD");
  }

  private void allows(String method, String path, String methods) {
    Response response = api.send(method, path, "", Map.of());

    assertThat(response.status()).isEqualTo(405);
    assertThat(response.headers()).containsEntry("Allow", methods);
  }

  @Test
  void answersHeadLikeGetWithoutTheBody() {
    Response head = api.send("HEAD", "/api/connections", "", Map.of());

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers()).isEqualTo(api.get("/api/connections").headers());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01KAMPZZZZ0000000000",
        "01kampzzzz0000000000",
        "1",
        "%2e%2e",
        "01KAMPZZZZ0000000000\u0000",
        "{id}",
        "RUN#1"
      })
  void knowsNoRunThatIsNotThere(String id) {
    for (String below : new String[] {"", "/items", "/items.csv"}) {
      assertThat(api.get("/api/runs/" + id + below).status()).isEqualTo(404);
    }
    for (String below : new String[] {"approve", "reject", "cancel", "pause", "resume"}) {
      Response response = api.post("/api/runs/" + id + "/" + below, "{}");
      assertThat(response.status()).isEqualTo(404);
      assertThat(json(response).path("detail").asText()).isEqualTo("there is no run with this id");
    }
  }

  @Test
  void takesNothingButJson() {
    for (String type :
        new String[] {"", "text/plain", "application/x-www-form-urlencoded", "application/jsonx"}) {
      Response response =
          api.send("POST", COMPARE, "sourceOfTruth=shopify", Map.of("content-type", type));
      assertThat(response.status()).isEqualTo(415);
      assertThat(json(response).path("detail").asText())
          .isEqualTo("send the body as 'Content-Type: application/json'");
    }
    assertThat(
            api.send(
                    "POST",
                    COMPARE,
                    "{\"sourceOfTruth\":\"shopify\"}",
                    Map.of("Content-Type", "Application/JSON; charset=utf-8"))
                .status())
        .isEqualTo(202);
  }

  @Test
  void takesNoEndlessBody() {
    Response response = api.post(COMPARE, "{\"sourceOfTruth\":\"" + "x".repeat(2 << 20) + "\"}");

    assertThat(response.status()).isEqualTo(413);
    assertThat(json(response).path("detail").asText())
        .isEqualTo("the body is longer than 1048576 characters");
  }

  @Test
  void refusesQueryParametersThatMeanNothing() {
    for (String target :
        new String[] {
          "/api/runs?state=open",
          "/api/connections?x=1",
          "/api/openapi.json?v=3",
          "/api/runs/01KAMPZZZZ0000000000?full=1",
          "/api/runs/01KAMPZZZZ0000000000/items?action=update",
          "/api/runs/01KAMPZZZZ0000000000/items.csv?limit=5"
        }) {
      Response response = api.get(target);
      assertThat(response.status()).as(target).isEqualTo(400);
      assertThat(json(response).path("field").asText()).isNotEmpty();
    }
  }

  @Test
  void hidesWhatWentWrongInside() {
    api.shopifyShop.answering(() -> {
      throw new IllegalStateException("token shpat_0123 leaked");
    });

    Response response = api.get("/api/connections");

    assertThat(response.status()).isEqualTo(500);
    assertThat(response.headers()).containsEntry("Content-Type", "application/problem+json");
    assertThat(response.body()).doesNotContain("shpat", "IllegalState", "dev.trueup");
    assertThat(json(response).path("instance").asText()).matches("urn:trueup:failure:[0-9A-Z]{20}");
    assertThat(json(response).path("detail").asText()).contains("the log has it as ");
  }
}
