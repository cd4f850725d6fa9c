package dev.trueup.web;

import static dev.trueup.catalog.TestingRecords.stock;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Nothing a client sends makes the API fail.
final class HostileBodiesTest {
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1e999999999",
          "-1e-999999999",
          "9".repeat(1_000),
          "123456789012345678901234567890",
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\udc00\\ud800\"",
          "\"' OR 1=1 --\"",
          "\"../../etc/passwd\"",
          "\"<script>alert(1)</script>\"",
          "\"" + "x".repeat(10_000) + "\"",
          "[]",
          "{}",
          "[[]]",
          "[null]",
          "[{}]",
          "[1e9]",
          "[\"\\u0000\"]",
          "{\"include\":[\"1\",\"-1\",\"0\"]}",
          "{\"include\":[\"99999999999\"]}",
          "{\"include\":[],\"exclude\":[]}",
          "{\"exclude\":null}",
          "{\"all\":true}",
          "{\"1\":{\"quantity\":\"source\"}}",
          "{\"1\":{\"quantity\":null}}",
          "{\"1\":null}",
          "{\"\\u0000\":{}}",
          "{\"\":\"\"}");

  private static final List<String> BODIES =
      List.of(
          "",
          " ",
          "null",
          "1",
          "\"\"",
          "[]",
          "{",
          "}",
          "{]",
          "{\"a\":1,\"a\":2}",
          "{\"sourceOfTruth\":\"shopify\",\"sourceOfTruth\":\"woocommerce\"}",
          "{} {}",
          "{}x",
          "{'a':1}",
          "{\"a\":NaN}",
          "{\"a\":01}",
          "{\"a\":\"\\ux\"}",
          "{\"a\":\"\u0000\"}",
          "\ufeff{}",
          "\ud800",
          "[".repeat(100_000),
          "{\"a\":".repeat(50_000),
          "{\"" + "k".repeat(500_000) + "\":1}",
          "{\"note\":\"" + "x".repeat(1_000_000) + "\"}",
          "{\"sourceOfTruth\":\"" + "x".repeat(1_000_000) + "\"}",
          "{\"sourceOfTruth\":\"shopify\",\"products\":[\"" + "x".repeat(1_000_000) + "\"]}",
          "// comment\n{}",
          "<?xml version=\"1.0\"?>");

  private static final List<String> KEYS =
      List.of(
          "sourceOfTruth",
          "products",
          "runId",
          "conflictStrategy",
          "missingInDestination",
          "missingInSource",
          "stock",
          "fields",
          "filter",
          "locations",
          "approval",
          "guards",
          "replace",
          "digest",
          "select",
          "choices",
          "overrideGuards",
          "note",
          "toString");

  private final TestingApi api = new TestingApi();
  private String run = "";

  @Test
  void areRefusedWithAProblem() {
    for (String path : paths()) {
      for (String body : BODIES) {
        isNoFailure(path, body);
      }
    }
  }

  @Test
  void areRefusedKeyByKey() {
    for (String path : paths()) {
      for (String key : KEYS) {
        for (String value : VALUES) {
          isNoFailure(path, "{\"" + key + "\":" + value + "}");
        }
      }
    }
  }

  @Test
  void areRefusedBesideWhatIsRight() {
    String digest = digest();
    for (String path : paths()) {
      for (String key : KEYS) {
        for (String value : VALUES) {
          String right =
              path.endsWith("approve")
                  ? "\"digest\":\"" + digest + "\",\"note\":\"n\""
                  : "\"sourceOfTruth\":\"shopify\",\"products\":[\"MUG\"]";
          isNoFailure(path, "{" + right + ",\"" + key + "\":" + value + "}");
        }
      }
    }
  }

  @Test
  void areRefusedInQueries() {
    for (String list : List.of("/api/runs", run() + "/items", run() + "/items.csv")) {
      for (String name : List.of("status", "q", "cursor", "limit", "\u0000")) {
        for (String value :
            List.of(
                "",
                "0",
                "-1",
                "1e3",
                "99999999999",
                "\u0000",
                "%00",
                "\ud800",
                "AAAA",
                "....",
                "x".repeat(100_000))) {
          Response response =
              api.api.answer(
                  new Request(
                      "GET",
                      list,
                      Map.of(name, value),
                      Map.of("authorization", "Bearer viewer-key"),
                      ""));
          assertThat(response.status()).isLessThan(500);
        }
      }
    }
  }

  private void isNoFailure(String path, String body) {
    Response response = api.post(path, body);
    assertThat(response.status())
        .as("%s %s: %s", path, body.length() > 100 ? body.substring(0, 100) : body, response.body())
        .isLessThan(500);
    assertThat(response.body()).hasSizeLessThan(5_000);
    Json.read(response.body());
  }

  private String run() {
    if (run.isEmpty()) {
      api.woocommerce.put(stock("w1", "MUG", "Mug", 5));
      api.shopify.put(stock("s1", "MUG", "Mug", 8));
      run =
          api.compared("inventory", "{\"sourceOfTruth\":\"woocommerce\"}")
              .at("/run/links/self")
              .asText();
    }
    return run;
  }

  private String digest() {
    return TestingApi.json(api.get(run())).path("digest").asText();
  }

  private List<String> paths() {
    return List.of(
        "/api/inventory/compare",
        "/api/labels/compare",
        "/api/inventory/sync",
        run() + "/approve",
        run() + "/reject",
        run() + "/pause",
        run() + "/resume",
        run() + "/cancel");
  }
}
