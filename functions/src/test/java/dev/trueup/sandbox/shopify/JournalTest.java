package dev.trueup.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private final TestingTime time = new TestingTime();

  @TempDir Path directory;

  @Test
  void aStoreGoesOnWhereItWas() {
    JsonNode before;
    JsonNode answer;
    try (TestingClient client = start()) {
      time.pass(Duration.ofMinutes(1));
      client.store().sell("CUP-1", 2);
      client.store().setTracked("GIFT", true);
      client.store().remove("SHIRT-M");
      answer = adjust(client, "k-1");
      before = client.store().state();
    }
    time.pass(Duration.ofMinutes(1));
    try (TestingClient client = start()) {
      assertThat(client.store().state()).isEqualTo(before);
      assertThat(adjust(client, "k-1")).isEqualTo(answer);
      assertThat(client.store().state()).isEqualTo(before);
      assertThat(adjust(client, "k-2").findValuesAsText("id").getFirst())
          .isNotEqualTo(answer.findValuesAsText("id").getFirst());
    }
  }

  @Test
  void aTornLastLineIsForgottenAndNothingElse() throws IOException {
    JsonNode before;
    try (TestingClient client = start()) {
      client.store().sell("CUP-1", 2);
      before = client.store().state();
    }
    Files.writeString(
        directory.resolve("shopify.jsonl"), "[{\"change\":\"lev", StandardOpenOption.APPEND);
    try (TestingClient client = start()) {
      assertThat(client.store().state()).isEqualTo(before);
      client.store().sell("CUP-1", 3);
    }
    try (TestingClient client = start()) {
      assertThat(client.store().state().at("/0/levels/0/available").asInt()).isEqualTo(10);
    }
  }

  @Test
  void aJournalOfAnotherSeedIsRefused() {
    start().close();

    assertThatThrownBy(() -> SimulatedShopify.builder(TestingSeed.many(2)).data(directory).start())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("another seed");
  }

  private TestingClient start() {
    return new TestingClient(
        SimulatedShopify.builder(TestingSeed.small()).clock(time).data(directory));
  }

  private static JsonNode adjust(TestingClient client, String key) {
    Map<String, Object> change =
        Map.of(
            "inventoryItemId",
            "gid://shopify/InventoryItem/52300000000000",
            "locationId",
            "gid://shopify/Location/106318430500",
            "delta",
            -1,
            "changeFromQuantity",
            Json.MAPPER.nullNode());
    Map<String, Object> input =
        Map.of("name", "available", "reason", "other", "changes", List.of(change));
    return client
        .query(ExampleDocuments.read("21-inventory-adjust"), Map.of("key", key, "input", input))
        .path("data");
  }
}
