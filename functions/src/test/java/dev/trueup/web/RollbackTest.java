package dev.trueup.web;

import static dev.trueup.catalog.TestingRecords.stock;
import static dev.trueup.web.TestingApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trueup.catalog.Inventory;
import dev.trueup.catalog.RecordRef;
import dev.trueup.catalog.StoreRecord;
import dev.trueup.catalog.Value;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RollbackTest {
  private static final String COMPARE =
      "{\"sourceOfTruth\":\"woocommerce\",\"guards\":{\"changedShare\":1,\"zeroedShare\":1}}";

  private final TestingApi api = new TestingApi();

  @BeforeEach
  void seed() {
    api.woocommerce.put(stock("w1", "A", "Apple", 1), stock("w2", "B", "Bread", 2));
    api.woocommerce.put(stock("w3", "C", "Cheese", 3));
    api.shopify.put(stock("s1", "A", "Apple", 10), stock("s2", "B", "Bread", 20));
    api.shopify.put(stock("s3", "C", "Cheese", 3));
  }

  @Test
  void restoresWhatWasThereBefore() {
    JsonNode applied = applied(api.compared("inventory", COMPARE).path("run"));

    JsonNode rollback = applied(rolledBack(applied));

    assertThat(quantities()).containsExactly(10L, 20L, 3L);
    assertThat(rollback.path("status").asText()).isEqualTo("succeeded");
    assertThat(rollback.path("rollbackOf")).isEqualTo(applied.path("id"));
    assertThat(rollback.at("/outcomes/applied").asInt()).isEqualTo(2);
  }

  @Test
  void waitsForApprovalAsAnyOther() {
    JsonNode rollback = rolledBack(applied(api.compared("inventory", COMPARE).path("run")));

    assertThat(rollback.path("status").asText()).isEqualTo("awaiting-approval");
    assertThat(rollback.at("/counts/differences").asInt()).isEqualTo(2);
    JsonNode item = json(api.get(self(rollback) + "/items")).at("/items/0/fields/0");
    assertThat(item.path("before").asLong()).isEqualTo(1);
    assertThat(item.path("after").asLong()).isEqualTo(10);
    assertThat(quantities()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void leavesAloneWhatHasChangedSince() {
    JsonNode applied = applied(api.compared("inventory", COMPARE).path("run"));
    api.shopify.put(stock("s2", "B", "Bread", 1));

    JsonNode planned = rolledBack(applied);
    assertThat(json(api.get(self(planned) + "/items")).path("items").findValuesAsText("note"))
        .containsExactly("it changed since and stays as it is: quantity is 1 now, 2 was written");
    JsonNode rollback = applied(planned);

    assertThat(quantities()).containsExactly(10L, 1L, 3L);
    assertThat(rollback.path("status").asText()).isEqualTo("completed-with-errors");
    assertThat(rollback.at("/outcomes/applied").asInt()).isEqualTo(1);
    assertThat(rollback.at("/outcomes/conflict").asInt()).isEqualTo(1);
  }

  @Test
  void canBeRolledBackItself() {
    JsonNode first = applied(rolledBack(applied(api.compared("inventory", COMPARE).path("run"))));

    applied(rolledBack(first));

    assertThat(quantities()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void bringsBackAnItemThatWasNotCounted() {
    api.shopify.put(uncounted("s1", "A", "Apple"));
    JsonNode applied = applied(api.compared("inventory", COMPARE).path("run"));
    assertThat(quantities()).startsWith(1L);

    applied(rolledBack(applied));

    assertThat(record("s1").values()).isEqualTo(Inventory.untracked(true));
  }

  @Test
  void undoesOnlyWhatWasWritten() {
    JsonNode run = api.compared("inventory", COMPARE).path("run");
    api.post(
        self(run) + "/approve",
        "{\"digest\":\"%s\",\"select\":{\"include\":[2]}}".formatted(run.path("digest").asText()));
    api.workflow.runAll();
    api.shopify.put(stock("s1", "A", "Apple", 77));

    applied(rolledBack(json(api.get(self(run)))));

    assertThat(quantities()).containsExactly(77L, 20L, 3L);
  }

  @Test
  void refusesARunThatIsOpen() {
    JsonNode run = api.compared("inventory", COMPARE).path("run");

    Response answer = api.post(self(run) + "/rollback", "");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(json(answer).path("detail").asText())
        .contains("cancel it, or wait until it is closed");
  }

  @Test
  void refusesARunThatAppliedNothing() {
    JsonNode run = api.compared("inventory", COMPARE).path("run");
    api.post(self(run) + "/reject", "");
    api.workflow.runAll();

    Response answer = api.post(self(run) + "/rollback", "");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(json(answer).path("detail").asText()).contains("nothing to roll back");
  }

  @Test
  void refusesASecondOneAtTheSameTime() {
    JsonNode applied = applied(api.compared("inventory", COMPARE).path("run"));
    JsonNode rollback = rolledBack(applied);

    Response answer = api.post(self(applied) + "/rollback", "");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(json(answer).path("openRun").asText()).isEqualTo(self(rollback));
  }

  private JsonNode rolledBack(JsonNode run) {
    Response answer = api.post(self(run) + "/rollback", "");
    assertThat(answer.status()).isEqualTo(202);
    api.workflow.runAll();
    return json(api.get(Objects.requireNonNull(answer.headers().get("Location"))));
  }

  private JsonNode applied(JsonNode run) {
    Response answer =
        api.post(
            self(run) + "/approve",
            "{\"digest\":\"%s\",\"select\":\"all\"}".formatted(run.path("digest").asText()));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    api.workflow.runAll();
    return json(api.get(self(run)));
  }

  private static String self(JsonNode run) {
    return run.at("/links/self").asText();
  }

  private List<Long> quantities() {
    return List.of("s1", "s2", "s3").stream()
        .map(id -> record(id).value(Inventory.QUANTITY))
        .map(value -> value instanceof Value.Whole(long units) ? units : -1L)
        .toList();
  }

  private StoreRecord record(String id) {
    return api.shopify.some(List.of(RecordRef.of(id))).getFirst();
  }

  private static StoreRecord uncounted(String id, String sku, String name) {
    StoreRecord counted = stock(id, sku, name, 1);
    return new StoreRecord(
        counted.ref(), name, sku, List.of(), Inventory.untracked(true), counted.facets(), null);
  }
}
