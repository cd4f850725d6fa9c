package dev.trueup.store.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trueup.store.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What an answer in a batch means.
class StockAnswerTest {
  private static final String COUNTED =
      "{'id':7,'manage_stock':true,'stock_quantity':9,'stock_status':'instock'}";
  private static final String NOT_COUNTED =
      "{'id':7,'manage_stock':false,'stock_quantity':null,'stock_status':'instock'}";

  @Test
  void believesAnAnswerThatShowsTheChange() {
    assertThat(outcome(COUNTED, "{'id':7,'inventory_delta':-5}", COUNTED.replace("9", "4")))
        .isEqualTo(new Outcome.Applied());
    assertThat(outcome(NOT_COUNTED, "{'id':7,'manage_stock':true,'stock_quantity':9}", COUNTED))
        .isEqualTo(new Outcome.Applied());
    assertThat(outcome(COUNTED, "{'id':7,'manage_stock':false}", NOT_COUNTED))
        .isEqualTo(new Outcome.Applied());
  }

  @Test
  void takesAnotherQuantityForASaleThatTheDeltaKept() {
    assertThat(outcome(COUNTED, "{'id':7,'inventory_delta':-5}", COUNTED.replace("9", "3")))
        .isEqualTo(new Outcome.Applied());
  }

  @Test
  void noticesAQuantityThatWasIgnored() {
    assertThat(outcome(COUNTED, "{'id':7,'inventory_delta':-5}", COUNTED))
        .isEqualTo(
            new Outcome.Failed(
                "WooCommerce took the change and did not change its quantity, which is still 9."));
  }

  @Test
  void noticesThatCountingWasNotSwitched() {
    assertThat(
            outcome(NOT_COUNTED, "{'id':7,'manage_stock':true,'stock_quantity':9}", NOT_COUNTED)
                .error())
        .contains("did not change whether it is counted", "Enable stock management");
    assertThat(outcome(COUNTED, "{'id':7,'manage_stock':false}", COUNTED))
        .isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void noticesAStatusThatWasIgnored() {
    assertThat(outcome(NOT_COUNTED, "{'id':7,'stock_status':'outofstock'}", NOT_COUNTED))
        .isEqualTo(
            new Outcome.Failed("WooCommerce took the change and did not change its stock status."));
  }

  @Test
  void doesNotKnowWhatAnAnswerAboutAnotherItemMeans() {
    assertThat(
            outcome(COUNTED, "{'id':7,'inventory_delta':-5}", COUNTED.replace("'id':7", "'id':8")))
        .isInstanceOf(Outcome.Unknown.class);
    assertThat(outcome(COUNTED, "{'id':7,'inventory_delta':-5}", "{}"))
        .isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void refusesWhatTheShopRefusedAndQuotesIt() {
    JsonNode recorded = recorded("batch_mixed_errors").path("update");

    assertThat(outcome("{'id':7,'inventory_delta':-5}", recorded.path(0)))
        .isEqualTo(
            new Outcome.Refused(
                "WooCommerce refuses it (woocommerce_rest_product_invalid_id): “Invalid ID.”."));
  }

  @Test
  void readsTheRecordedAnswerOfAVariation() {
    JsonNode recorded = recorded("variations_batch").path("update").path(0);
    String found = "{'id':528,'manage_stock':true,'stock_quantity':5,'stock_status':'instock'}";

    assertThat(outcome(found, "{'id':528,'inventory_delta':26}", recorded.toString()))
        .isEqualTo(new Outcome.Applied());
    assertThat(
            outcome(
                "{'id':528,'inventory_delta':26}",
                recorded("variations_batch_wrong_parent").path("update").path(0)))
        .isInstanceOf(Outcome.Refused.class);
  }

  private static Outcome outcome(String row, JsonNode answer) {
    return outcome(COUNTED, row, answer.toString());
  }

  private static Outcome outcome(String found, String row, String answer) {
    var change = new StockRow.Change(StockItems.item(json(found), ""), (ObjectNode) json(row));
    return new StockAnswer(change).outcome(json(answer));
  }

  private static JsonNode json(String text) {
    try {
      return JsonMapper.builder()
          .build()
          .readTree(text.startsWith("{'") ? text.replace('\'', '"') : text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode recorded(String name) {
    String path = "/recorded/woocommerce/" + name + ".json";
    try (var in = StockAnswerTest.class.getResourceAsStream(path)) {
      return JsonMapper.builder().build().readTree(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
