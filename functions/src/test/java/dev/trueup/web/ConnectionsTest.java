package dev.trueup.web;

import static dev.trueup.web.TestingApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trueup.store.Connection;
import dev.trueup.store.StoreException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConnectionsTest {
  private final TestingApi api = new TestingApi();

  @Test
  void showsHowBothStoresAnswerNow() throws IOException {
    api.wooShop.failing(
        StoreException.Kind.UNAUTHORIZED, "WooCommerce does not accept the consumer key");
    api.shopifyShop.answering(() ->
        new Connection(
            "gid://shopify/Shop/1",
            "Mugs & more",
            "2026-10",
            "EUR",
            "kg",
            "Europe/Berlin",
            List.of("read_products"),
            List.of(new Connection.Location("gid://shopify/Location/1", "Berlin", true)),
            List.of("read this")));

    Response response = api.get("/api/connections");

    assertThat(response.status()).isEqualTo(200);
    assertThat(json(response)).isEqualTo(TestingApi.resource("connections.json"));
  }
}
