package dev.trueup.web;

import static dev.trueup.catalog.TestingRecords.stock;
import static dev.trueup.web.TestingApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trueup.catalog.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DecidingTest {
  private final TestingApi api = new TestingApi();
  private JsonNode run = Json.object();

  @BeforeEach
  void comparesTwoItems() {
    api.woocommerce.put(stock("w1", "A", "Apple", 1), stock("w2", "B", "Bread", 2));
    api.shopify.put(stock("s1", "A", "Apple", 10), stock("s2", "B", "Bread", 20));
    run =
        api.compared(
                "inventory", "{\"sourceOfTruth\":\"woocommerce\",\"conflictStrategy\":\"choose\"}")
            .path("run");
  }

  @Test
  void appliesWhatIsApproved() {
    Response response = decide("approve", approval("{\"include\":[\"2\"]}"));

    assertThat(response.status()).isEqualTo(200);
    JsonNode approved = json(response);
    assertThat(approved.path("status").asText()).isEqualTo("awaiting-approval");
    assertThat(approved.path("decision"))
        .isEqualTo(
            Json.read(
                """
                {
                  "approved": true,
                  "by": "Ada",
                  "at": "2026-11-22T10:00:00.100Z",
                  "note": "stocktaking"
                }
                """));
    assertThat(approved.path("guards").path(0).path("overriddenBy").asText()).isEqualTo("Ada");
    api.workflow.runAll();
    assertThat(now().path("status").asText()).isEqualTo("succeeded");
    assertThat(api.shopify.value("s1", "quantity")).isEqualTo(Value.of(10));
    assertThat(api.shopify.value("s2", "quantity")).isEqualTo(Value.of(2));
  }

  @Test
  void leavesWhatTheReviewerKeeps() {
    String body =
        approval("\"all\"")
            .replace(
                "\"note\"",
                "\"choices\":{\"1\":{\"quantity\":\"destination\"},\"2\":{\"quantity\":\"source\"}},\"note\"");

    assertThat(decide("approve", body).status()).isEqualTo(200);
    api.workflow.runAll();

    assertThat(api.shopify.value("s1", "quantity")).isEqualTo(Value.of(10));
    assertThat(api.shopify.value("s2", "quantity")).isEqualTo(Value.of(2));
    JsonNode items = json(api.get(now().path("links").path("items").asText())).path("items");
    assertThat(items.path(0).path("decision").asText()).isEqualTo("left-out");
    assertThat(items.path(0).path("fields").path(0).path("kept").asBoolean()).isTrue();
    assertThat(items.path(1).path("outcome").asText()).isEqualTo("applied");
  }

  @Test
  void answersTheSameApprovalAgain() {
    decide("approve", approval("\"all\""));

    assertThat(decide("approve", approval("\"all\"")).status()).isEqualTo(200);
    api.workflow.runAll();
    assertThat(decide("approve", approval("\"all\"")).status()).isEqualTo(200);
    assertThat(api.shopify.requests()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {}                                                  | 422 | digest         | digest is missing
          {"digest":"DIGEST"}                                 | 422 | select         | select is missing
          {"digest":"DIGEST","select":"some"}                 | 422 | select         | is "all",
          {"digest":"DIGEST","select":["1"]}                  | 422 | select         | is "all",
          {"digest":"DIGEST","select":{}}                     | 422 | select         | is "all",
          {"digest":"DIGEST","select":{"include":["1"],"exclude":[]}} | 422 | select | is "all",
          {"digest":"DIGEST","select":{"only":["1"]}}         | 422 | select.only    | there is include, exclude
          {"digest":"DIGEST","select":{"include":["one"]}}    | 422 | select.include | no item 'one'
          {"digest":"DIGEST","select":{"include":["0"]}}      | 422 | select.include | no item '0'
          {"digest":"DIGEST","select":"all","sure":true}      | 422 | sure           | there is no 'sure' in this request
          {"digest":"DIGEST","select":"all","choices":{"1":{"quantity":"mine"}}} | 422 | choices.1.quantity | is 'source' or 'destination'
          {"digest":"DIGEST","select":"all","choices":{"x":{}}} | 422 | choices      | no item 'x'
          {"digest":"DIGEST","select":"all","overrideGuards":["changed-share"]} | 422 | note | needs a note
          {"digest":"DIGEST","select":"all","overrideGuards":["luck"],"note":"n"} | 422 | overrideGuards | no guard 'luck'
          {"digest":"DIGEST","select":"all"}                  | 409 |                | stopped by changed-share
          {"digest":"0000","select":"all"}                    | 409 |                | compare again
          {"digest":"DIGEST","select":{"include":["9"]},"overrideGuards":["changed-share"],"note":"n"} | 422 | select | there is no 9
          """)
  void refusesAnApprovalThatDoesNotFit(String body, int status, String field, String sentence) {
    Response response = decide("approve", body.replace("DIGEST", run.path("digest").asText()));

    assertThat(response.status()).isEqualTo(status);
    assertThat(json(response).path("field").asText()).isEqualTo(field == null ? "" : field);
    assertThat(json(response).path("detail").asText()).contains(sentence);
    assertThat(now().has("decision")).isFalse();
  }

  @Test
  void rejects() {
    Response response = decide("reject", "{\"note\":\"wrong day\"}");

    assertThat(response.status()).isEqualTo(200);
    assertThat(json(response).path("decision").path("approved").asBoolean(true)).isFalse();
    api.workflow.runAll();
    assertThat(now().path("status").asText()).isEqualTo("rejected");
    assertThat(api.shopify.requests()).isEmpty();
    assertThat(decide("reject", "{\"digest\":\"0\"}").status()).isEqualTo(200);
    assertThat(decide("approve", approval("\"all\"")).status()).isEqualTo(409);
  }

  @Test
  void cancelsAndLetsTheNextOneBegin() {
    Response response = decide("cancel", "");

    assertThat(response.status()).isEqualTo(200);
    assertThat(json(response).path("status").asText()).isEqualTo("cancelled");
    assertThat(json(response).path("closedAt").isNull()).isFalse();
    api.compared("inventory", "{\"sourceOfTruth\":\"woocommerce\"}");
  }

  @Test
  void pausesAndResumesOnlyWhatIsApplying() {
    assertThat(decide("pause", "").status()).isEqualTo(409);
    assertThat(decide("resume", "{}").status()).isEqualTo(409);
    decide("approve", approval("\"all\""));
    api.workflow.step();

    assertThat(json(decide("pause", "")).path("status").asText()).isEqualTo("paused");
    assertThat(json(decide("pause", "")).path("waitingFor").asText())
        .isEqualTo("somebody to resume it: paused by Ada");
    assertThat(json(decide("resume", "")).path("status").asText()).isEqualTo("applying");
    assertThat(decide("pause", "{\"for\":5}").status()).isEqualTo(422);
  }

  private Response decide(String what, String body) {
    return api.post(run.path("links").path("self").asText() + "/" + what, body);
  }

  private JsonNode now() {
    return json(api.get(run.path("links").path("self").asText()));
  }

  private String approval(String select) {
    return """
    {"digest":"%s","select":%s,"overrideGuards":["changed-share"],"note":"stocktaking"}
    """
        .formatted(run.path("digest").asText(), select);
  }
}
