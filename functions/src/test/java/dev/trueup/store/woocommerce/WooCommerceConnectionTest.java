package dev.trueup.store.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trueup.catalog.Inventory;
import dev.trueup.sandbox.woocommerce.SimulatedWooCommerce;
import dev.trueup.store.Scope;
import dev.trueup.store.StoreException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class WooCommerceConnectionTest {
  private static final String INDEX =
      "{\"name\":\"Tea &amp; Co\",\"timezone_string\":\"\",\"gmt_offset\":5.5}";
  private static final String CANNOT_VIEW =
      "{\"code\":\"woocommerce_rest_cannot_view\",\"message\":\"No.\",\"data\":{\"status\":403}}";

  @Test
  void saysWhoTheShopIs() {
    try (var shop = TestingShop.open()) {
      var connection = shop.store().connect();

      assertThat(connection.identity()).isEqualTo(shop.store().identity()).isEqualTo("127.0.0.1");
      assertThat(connection.name()).isEqualTo("Sandbox");
      assertThat(connection.version()).isEqualTo("10.5.0");
      assertThat(connection.currency()).isEqualTo("EUR");
      assertThat(connection.weightUnit()).isEqualTo("kg");
      assertThat(connection.timezone()).isEqualTo("Europe/Berlin");
      assertThat(connection.scopes()).isEmpty();
      assertThat(connection.locations()).isEmpty();
      assertThat(connection.warnings()).isEmpty();
    }
  }

  @Test
  void changesNothing() {
    try (var shop = TestingShop.open()) {
      var before = shop.simulated.state();

      shop.store().connect();

      assertThat(shop.simulated.state()).isEqualTo(before);
      assertThat(shop.simulated.nonsense()).isEmpty();
    }
  }

  @Test
  void warnsOfAKeyThatMayOnlyRead() {
    var builder =
        SimulatedWooCommerce.builder(TestingShop.everyKind()).readOnlyKey("ck_reader", "cs_reader");
    try (var simulated = builder.start()) {
      assertThat(store(simulated, "ck_reader", "cs_reader").connect().warnings())
          .singleElement()
          .asString()
          .startsWith("The shop can be the source and not the destination")
          .contains("WOOCOMMERCE_KEY");
    }
  }

  @Test
  void refusesAnUnknownKeyAndAWrongSecret() {
    try (var shop = TestingShop.open()) {
      assertThatThrownBy(() -> store(shop.simulated, "ck_other", "cs_sandbox").connect())
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("WOOCOMMERCE_KEY");
      assertThatThrownBy(() -> store(shop.simulated, "ck_sandbox", "cs_other").connect())
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("WOOCOMMERCE_SECRET")
          .hasMessageNotContaining("cs_other");
    }
  }

  @Test
  void makesDoWithoutWhatTheKeyMayNotSee() {
    try (var server =
        new TestingServer(request ->
            switch (request.path()) {
              case "/wp-json/" -> TestingServer.Answer.json(INDEX);
              case "/wp-json/wc/v3/products" -> TestingServer.Answer.json("[]");
              case "/wp-json/wc/v3/products/batch" -> TestingServer.Answer.json("[]");
              default -> TestingServer.Answer.of(403, CANNOT_VIEW);
            })) {
      var connection =
          TestingStore.store(TestingStore.settings(server.url()), new TestingTime()).connect();

      assertThat(connection.name()).isEqualTo("Tea & Co");
      assertThat(connection.timezone()).isEqualTo("+05:30");
      assertThat(connection.currency()).isEmpty();
      assertThat(connection.warnings())
          .hasSize(2)
          .allSatisfy(warning -> assertThat(warning).contains("administrator or shop manager"));
    }
  }

  @Test
  void makesDoWithoutTheNameWhereTheSiteHidesIt() {
    try (var server =
        new TestingServer(request ->
            request.path().equals("/wp-json/")
                ? TestingServer.Answer.of(
                    401, "{\"code\":\"rest_not_logged_in\",\"message\":\"No.\"}")
                : TestingServer.Answer.json("[]"))) {
      var connection =
          TestingStore.store(TestingStore.settings(server.url()), new TestingTime()).connect();

      assertThat(connection.name()).isEqualTo("127.0.0.1");
      assertThat(connection.warnings()).hasSize(1);
      assertThat(server.requests().get(1).authorization()).isEmpty();
    }
  }

  @Test
  void keepsTheFolderOfAShop() {
    try (var server = new TestingServer(_ -> TestingServer.Answer.json("[]"))) {
      var settings = TestingStore.settings(URI.create(server.url() + "/tea/"));
      var store = TestingStore.store(settings, new TestingTime());

      assertThat(store.connect().identity()).isEqualTo("127.0.0.1/tea");
      assertThat(server.requests())
          .allSatisfy(request -> assertThat(request.path()).startsWith("/tea/wp-json/"));
    }
  }

  @Test
  void refusesLocations() {
    try (var shop = TestingShop.open()) {
      var scope = new Scope(List.of("Berlin"), "", false, false);

      assertThatThrownBy(() -> shop.store().records(Inventory.RESOURCE, scope))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("keeps no stock by location");
    }
  }

  private static WooCommerceStore store(SimulatedWooCommerce simulated, String key, String secret) {
    return TestingStore.store(
        new WooCommerceSettings(URI.create(simulated.url()), key, secret), new TestingTime());
  }
}
