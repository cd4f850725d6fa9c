package dev.trueup.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class IdempotencyTest {
  private static final String ADJUST = ExampleDocuments.read("21-inventory-adjust");

  private final TestingTime time = new TestingTime();

  @AutoClose
  private final TestingClient client =
      new TestingClient(SimulatedShopify.builder(TestingSeed.many(1)).clock(time));

  @Test
  void aRepeatedKeyRepeatsTheAnswerAndNotTheEffect() {
    JsonNode first = adjust("k", -2);
    client.store().restock("SKU-0", 5);
    JsonNode second = adjust("k", -2);

    assertThat(second).isEqualTo(first);
    assertThat(available()).isEqualTo(13);
  }

  @Test
  void aRefusalIsRepeatedToo() {
    client.store().remove("SKU-0");

    assertThat(adjust("k", -2)).isEqualTo(adjust("k", -2));
    assertThat(adjust("k", -2).findValuesAsText("code")).containsExactly("INVALID_INVENTORY_ITEM");
  }

  @Test
  void aKeyWithOtherVariablesIsRefused() {
    adjust("k", -2);

    assertThat(adjust("k", -3).findValuesAsText("code"))
        .containsExactly("IDEMPOTENCY_KEY_PARAMETER_MISMATCH");
    assertThat(available()).isEqualTo(8);
  }

  @Test
  void aKeyInUseIsRefused() {
    AtomicReference<JsonNode> meanwhile = new AtomicReference<>(adjust("other", 0));
    client
        .store()
        .whileWriting(() -> {
          client.store().whileWriting(() -> {});
          meanwhile.set(adjust("k", -2));
        });
    JsonNode first = adjust("k", -2);

    assertThat(meanwhile.get().findValuesAsText("code"))
        .containsExactly("IDEMPOTENCY_CONCURRENT_REQUEST");
    assertThat(first.findValuesAsText("code")).isEmpty();
    assertThat(available()).isEqualTo(8);
  }

  @Test
  void aKeyIsForgottenAfterADay() {
    adjust("k", -2);
    time.pass(Duration.ofHours(24));
    adjust("k", -2);

    assertThat(available()).isEqualTo(6);
  }

  private JsonNode adjust(String key, int delta) {
    Map<String, Object> change =
        Map.of(
            "inventoryItemId",
            "gid://shopify/InventoryItem/52300000000000",
            "locationId",
            "gid://shopify/Location/106318430500",
            "delta",
            delta,
            "changeFromQuantity",
            10);
    Map<String, Object> input =
        Map.of("name", "available", "reason", "other", "changes", List.of(withoutCompare(change)));
    return client.query(ADJUST, Map.of("key", key, "input", input)).path("data");
  }

  private static Map<String, Object> withoutCompare(Map<String, Object> change) {
    Map<String, Object> open = new HashMap<>(change);
    open.replace("changeFromQuantity", Json.MAPPER.nullNode());
    return open;
  }

  private int available() {
    return client.store().state().at("/0/levels/0/available").asInt();
  }
}
