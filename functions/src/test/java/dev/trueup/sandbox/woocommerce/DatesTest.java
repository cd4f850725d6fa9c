package dev.trueup.sandbox.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The shop's own time is an hour ahead of GMT on this day.
class DatesTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-22T10:00:00.7Z"));
  private final SimulatedWooCommerce shop =
      SimulatedWooCommerce.builder(TestingSeed.products()).clock(now::get).start();
  private final TestingClient client = new TestingClient(shop);

  @AfterEach
  void close() {
    client.close();
    shop.close();
  }

  @Test
  void keepsTwoClocks() {
    JsonNode product = client.put("/products/101", "{}").body();

    assertThat(product.path("date_modified").asText()).isEqualTo("2026-11-22T11:00:00");
    assertThat(product.path("date_modified_gmt").asText()).isEqualTo("2026-11-22T10:00:00");
  }

  @Test
  void movesTheDateOfAVariationsProductToo() {
    client.put("/products/103/variations/104", "{'inventory_delta':1}");

    assertThat(modified("/products/103")).isEqualTo("2026-11-22T10:00:00");
    assertThat(modified("/products/103/variations/104")).isEqualTo("2026-11-22T10:00:00");
    assertThat(modified("/products/103/variations/105")).isNotEqualTo("2026-11-22T10:00:00");
  }

  @Test
  void movesTheDatesOfWhatIsSold() {
    shop.sell("CHAIR-R", 2);

    assertThat(modified("/products/106")).isEqualTo("2026-11-22T10:00:00");
    assertThat(modified("/products/106/variations/107")).isEqualTo("2026-11-22T10:00:00");
    assertThat(modified("/products/106/variations/108")).isNotEqualTo("2026-11-22T10:00:00");
  }

  @Test
  void takesABareTimeForTheShopsOwn() {
    client.put("/products/101", "{}");

    assertThat(found("modified_after=2026-11-22T10:59:59")).isEqualTo(1);
    assertThat(found("modified_after=2026-11-22T11:00:00")).isZero();
  }

  @Test
  void convertsATimeWithAnOffset() {
    client.put("/products/101", "{}");

    assertThat(found("modified_after=2026-11-22T09:59:59Z")).isEqualTo(1);
    assertThat(found("modified_after=2026-11-22T11:59:59%2B02:00")).isEqualTo(1);
    assertThat(found("modified_after=2026-11-22T10:00:00Z")).isZero();
  }

  @Test
  void comparesABareTimeWithGmtWhereAskedTo() {
    client.put("/products/101", "{}");

    assertThat(found("dates_are_gmt=true&modified_after=2026-11-22T09:59:59")).isEqualTo(1);
    assertThat(found("dates_are_gmt=true&modified_after=2026-11-22T10:00:00")).isZero();
  }

  @Test
  void missesChangesWhereGmtIsSaidTwice() {
    client.put("/products/101", "{}");

    assertThat(found("dates_are_gmt=true&modified_after=2026-11-22T09:59:59Z")).isZero();
  }

  @Test
  void hidesTrashedProductsFromChanges() {
    now.set(now.get().plus(Duration.ofMinutes(5)));
    shop.remove("MUG");

    assertThat(found("modified_after=2026-11-22T10:00:00Z")).isZero();
    assertThat(found("modified_after=2026-11-22T10:00:00Z&status=trash")).isEqualTo(1);
  }

  private String modified(String path) {
    return client.get(path).body().path("date_modified_gmt").asText();
  }

  private int found(String query) {
    return client.get("/products?_fields=id&" + query).body().size();
  }
}
