package dev.trueup.store.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trueup.catalog.Facets;
import dev.trueup.catalog.Inventory;
import dev.trueup.catalog.RecordRef;
import dev.trueup.catalog.StoreRecord;
import dev.trueup.store.Outcome;
import dev.trueup.store.shopify.TestingServer.Answer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What each answer to `inventorySetQuantities` comes to.
final class QuantityWriterTest {
  private static final Outcome APPLIED = new Outcome.Applied();
  private static final String DONE =
      "'data':{'inventorySetQuantities':{'inventoryAdjustmentGroup':{'id':'1'},'userErrors':[]}}";

  private final Deque<Answer> answers = new ArrayDeque<>();
  private final TestingServer server = new TestingServer(_ -> answers.remove());
  private final TestingTime time = new TestingTime();
  private final ShopifyClient client =
      TestingStore.client(TestingStore.withToken(server.url()), time);
  private final Map<String, Integer> stock = new HashMap<>();

  @AfterEach
  void close() {
    server.close();
  }

  private List<Outcome> write(int rows) {
    return write(rows, client);
  }

  private List<Outcome> write(int rows, ShopifyClient through) {
    var outcomes = new Outcomes();
    new QuantityWriter(
            through,
            refs -> refs.stream().map(this::read).toList(),
            "gid://shopify/Location/1",
            "run/1 & 2",
            time.instant().plusSeconds(60),
            outcomes)
        .write(
            IntStream.range(0, rows)
                .mapToObj(i -> new QuantityRow(i, RecordRef.of("item-" + i), 5, 3, false))
                .toList());
    return outcomes.inOrder(rows);
  }

  private StoreRecord read(RecordRef ref) {
    var values = Inventory.tracked(stock.getOrDefault(ref.id(), 5), true);
    return new StoreRecord(ref, "", "", List.of(), values, Facets.NONE, null);
  }

  private void answer(String members) {
    answers.add(Answer.graphql(members));
  }

  private void refuse(String... errors) {
    answer(
        "'data':{'inventorySetQuantities':{'inventoryAdjustmentGroup':null,'userErrors':[%s]}}"
            .formatted(String.join(",", errors)));
  }

  private static String error(String code, int row) {
    return "{'code':'%s','message':'It says so','field':['input','quantities','%d','quantity']}"
        .formatted(code, row);
  }

  private static String error(String code) {
    return "{'code':'%s','message':'It says so','field':null}".formatted(code);
  }

  private List<JsonNode> sent() {
    return server.requests().stream().map(TestingServer.Request::variables).toList();
  }

  private List<String> keys() {
    return sent().stream().map(sent -> sent.path("key").asText()).toList();
  }

  private static int rows(JsonNode sent) {
    return sent.path("input").path("quantities").size();
  }

  @Test
  void sendsWhatTheApiNeeds() {
    answer(DONE);

    assertThat(write(1)).containsExactly(APPLIED);

    JsonNode input = sent().getFirst().path("input");
    assertThat(input.path("name").asText()).isEqualTo("available");
    assertThat(input.path("reason").asText()).isEqualTo("correction");
    assertThat(input.path("referenceDocumentUri").asText())
        .isEqualTo("gid://trueup/Write/run%2F1+%26+2");
    JsonNode row = input.path("quantities").get(0);
    assertThat(row.path("inventoryItemId").asText()).isEqualTo("item-0");
    assertThat(row.path("locationId").asText()).isEqualTo("gid://shopify/Location/1");
    assertThat(row.path("quantity").asInt()).isEqualTo(3);
    assertThat(row.path("changeFromQuantity").asInt()).isEqualTo(5);
    assertThat(keys().getFirst()).matches("[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab].*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CHANGE_FROM_QUANTITY_STALE", "COMPARE_QUANTITY_STALE"})
  void readsStaleRowsAgain(String code) {
    stock.put("item-0", 4);
    stock.put("item-2", 3);
    refuse(error(code, 0), error(code, 2));
    answer(DONE);

    var outcomes = write(3);

    assertThat(outcomes.get(0))
        .isEqualTo(
            new Outcome.Conflict(Inventory.tracked(4, true), "Shopify has 4 now, the plan saw 5"));
    assertThat(outcomes.get(1)).isEqualTo(APPLIED);
    assertThat(outcomes.get(2)).isEqualTo(new Outcome.AlreadySo());
    assertThat(sent()).extracting(QuantityWriterTest::rows).containsExactly(3, 1);
    assertThat(keys()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"INVALID_INVENTORY_ITEM", "NON_MUTABLE_INVENTORY_ITEM"})
  void refusesWhatCannotBeWritten(String code) {
    refuse(error(code, 1));
    answer(DONE);

    assertThat(write(2)).containsExactly(APPLIED, new Outcome.Refused("It says so (" + code + ")"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INVALID_QUANTITY_NEGATIVE",
        "INVALID_QUANTITY_TOO_HIGH",
        "INVALID_QUANTITY_TOO_LOW",
        "NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR",
        "SOMETHING_NEW"
      })
  void failsABadRowAlone(String code) {
    refuse(error(code, 0));
    answer(DONE);

    assertThat(write(2)).containsExactly(new Outcome.Failed("It says so (" + code + ")"), APPLIED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INVALID_NAME",
        "INVALID_REASON",
        "INVALID_REFERENCE_DOCUMENT",
        "COMPARE_QUANTITY_REQUIRED",
        "IDEMPOTENCY_KEY_PARAMETER_MISMATCH"
      })
  void failsAllRowsOfABadRequest(String code) {
    refuse(error(code));

    assertThat(write(2)).containsOnly(new Outcome.Failed("It says so (" + code + ")"));
    assertThat(sent()).hasSize(1);
  }

  @Test
  void refusesAllRowsOfAWrongLocation() {
    refuse(error("INVALID_LOCATION", 0));

    assertThat(write(2)).containsOnly(new Outcome.Refused("It says so (INVALID_LOCATION)"));
  }

  @Test
  void sendsTheSameAgainWhileItStillRuns() {
    refuse(error("IDEMPOTENCY_CONCURRENT_REQUEST"));
    refuse(error("IDEMPOTENCY_CONCURRENT_REQUEST"));
    answer(DONE);

    assertThat(write(2)).containsOnly(APPLIED);
    assertThat(server.requests().stream().map(TestingServer.Request::body).distinct()).hasSize(1);
    assertThat(time.sleeps()).hasSize(2);
  }

  @Test
  void takesANewKeyWhenThePreviousAttemptFailed() {
    stock.put("item-0", 3);
    stock.put("item-2", 9);
    refuse(error("IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED"));
    answer(DONE);

    var outcomes = write(3);

    assertThat(outcomes.subList(0, 2)).containsOnly(APPLIED);
    assertThat(outcomes.get(2)).isInstanceOf(Outcome.Conflict.class);
    assertThat(sent()).extracting(QuantityWriterTest::rows).containsExactly(3, 1);
  }

  @Test
  void givesUpNewKeysInTheEnd() {
    for (int i = 0; i < 3; i++) {
      refuse(error("IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED"));
    }

    assertThat(write(1).getFirst()).isInstanceOf(Outcome.Failed.class);
    assertThat(keys()).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void sendsHalvesWhenNoRowIsNamed() {
    refuse(error("INVALID_INVENTORY_ITEM"));
    answer(DONE);
    refuse(error("INVALID_INVENTORY_ITEM"));
    refuse(error("INVALID_INVENTORY_ITEM"));
    answer(DONE);

    var outcomes = write(4);

    assertThat(outcomes.get(2)).isInstanceOf(Outcome.Refused.class);
    assertThat(outcomes).filteredOn(APPLIED::equals).hasSize(3);
    assertThat(sent()).extracting(QuantityWriterTest::rows).containsExactly(4, 2, 2, 1, 1);
  }

  @Test
  void believesAGroupThatWasCarriedOutInPart() {
    stock.put("item-0", 4);
    answer(
        "'data':{'inventorySetQuantities':{'inventoryAdjustmentGroup':{'id':'1'},'userErrors':[%s]}}"
            .formatted(error("CHANGE_FROM_QUANTITY_STALE", 0)));

    var outcomes = write(2);

    assertThat(outcomes.get(0)).isInstanceOf(Outcome.Conflict.class);
    assertThat(outcomes.get(1)).isEqualTo(APPLIED);
    assertThat(sent()).hasSize(1);
  }

  @Test
  void isNotMisledByAFieldItMayNotSee() {
    answer(
        """
        'data':{'inventorySetQuantities':{'inventoryAdjustmentGroup':null,'userErrors':[]}},
        'errors':[{'message':'Access denied','path':['inventorySetQuantities','inventoryAdjustmentGroup'],
        'extensions':{'code':'ACCESS_DENIED'}}]\
        """);

    assertThat(write(1)).containsExactly(APPLIED);
  }

  @Test
  void doesNotKnowWhenTheAnswerLostThePayload() {
    answer(
        """
        'data':{'inventorySetQuantities':null},
        'errors':[{'message':'Access denied','path':['inventorySetQuantities','inventoryAdjustmentGroup'],
        'extensions':{'code':'ACCESS_DENIED'}}]\
        """);

    assertThat(write(1).getFirst()).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void sendsALostAnswerAgainWithTheSameBody() {
    answers.add(Answer.of(502, ""));
    answers.add(Answer.of(200, "{\"data\":{\"inv"));
    answer(DONE);

    assertThat(write(2)).containsOnly(APPLIED);
    assertThat(server.requests().stream().map(TestingServer.Request::body).distinct()).hasSize(1);
  }

  @Test
  void claimsWhatALostAttemptHasWritten() {
    stock.put("item-0", 3);
    answers.add(Answer.of(502, ""));
    refuse(error("CHANGE_FROM_QUANTITY_STALE", 0));

    assertThat(write(1)).containsExactly(APPLIED);
  }

  @Test
  void keepsTheOutcomesItHasWhenTheRestCannotBeSent() {
    stock.put("item-0", 4);
    refuse(error("CHANGE_FROM_QUANTITY_STALE", 0));
    answers.add(Answer.of(403, ""));

    var outcomes = write(2);

    assertThat(outcomes.get(0)).isInstanceOf(Outcome.Conflict.class);
    assertThat(outcomes.get(1)).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void namesARequestByItsContent() {
    answer(DONE);
    answer(DONE);
    answer(DONE);

    write(2);
    write(2, TestingStore.client(TestingStore.withToken(server.url()), time));
    write(1);

    assertThat(keys().get(1)).isEqualTo(keys().get(0));
    assertThat(keys().get(2)).isNotEqualTo(keys().get(0));
  }
}
