package dev.trueup.web;

import static dev.trueup.catalog.TestingRecords.stock;
import static dev.trueup.web.TestingApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AuditTrailTest {
  private final TestingApi api = new TestingApi();

  @Test
  void saysWhoAskedDecidedAndWhatBecameOfIt() {
    JsonNode run = compared();
    approve(run, "0".repeat(64), 409);
    approve(run, run.path("digest").asText(), 200);
    api.workflow.runAll();

    assertThat(entries("what"))
        .containsExactly("closed", "approved", "overridden", "refused", "planned", "opened");
    assertThat(entries("by")).containsExactly("workflow", "Ada", "Ada", "Ada", "workflow", "Ada");
    assertThat(entries("run")).containsOnly(run.path("id").asText());
    JsonNode newest = json(api.get("/api/audit")).path("items").path(0);
    assertThat(newest.path("detail").asText()).isEqualTo("succeeded, 1 applied");
    assertThat(newest.path("digest")).isEqualTo(run.path("digest"));
    assertThat(entries("detail")).contains("changed-share: a stocktaking");
  }

  @Test
  void pagesThroughTheTrail() {
    compared();

    JsonNode first = json(api.get("/api/audit?limit=1"));
    JsonNode second = json(api.get("/api/audit?limit=1&cursor=" + first.path("next").asText()));

    assertThat(first.at("/items/0/seq").asInt()).isEqualTo(2);
    assertThat(second.at("/items/0/seq").asInt()).isEqualTo(1);
    assertThat(second.has("next")).isFalse();
    assertThat(api.get("/api/audit?cursor=nonsense").status()).isEqualTo(400);
  }

  @Test
  void isATableForASpreadsheetToo() {
    compared();

    Response table = api.get("/api/audit.csv");

    assertThat(table.headers())
        .containsEntry("Content-Type", "text/csv; charset=utf-8; header=present");
    assertThat(table.body().lines())
        .hasSize(3)
        .first()
        .isEqualTo("seq,at,by,what,run,digest,detail,fact,previousHash,hash");
  }

  @Test
  void verifiesItself() {
    compared();

    JsonNode verdict = json(api.get("/api/audit/verify"));

    assertThat(verdict.path("intact").asBoolean()).isTrue();
    assertThat(verdict.path("entries").asInt()).isEqualTo(2);
    assertThat(verdict.path("lastHash").asText()).isEqualTo(entries("hash").getFirst());
  }

  private JsonNode compared() {
    api.woocommerce.put(stock("w1", "A", "Apple", 1));
    api.shopify.put(stock("s1", "A", "Apple", 2));
    return api.compared("inventory", "{\"sourceOfTruth\":\"woocommerce\"}").path("run");
  }

  private void approve(JsonNode run, String digest, int status) {
    Response answer =
        api.post(
            run.at("/links/self").asText() + "/approve",
            "{\"digest\":\"%s\",\"select\":\"all\",\"overrideGuards\":[\"changed-share\"],\"note\":\"a stocktaking\"}"
                .formatted(digest));
    assertThat(answer.status()).isEqualTo(status);
  }

  private List<String> entries(String field) {
    return json(api.get("/api/audit")).path("items").findValuesAsText(field);
  }
}
