package dev.trueup.sandbox.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultTest {
  private final SimulatedWooCommerce shop =
      SimulatedWooCommerce.builder(TestingSeed.products()).start();
  private final TestingClient client = new TestingClient(shop);

  @AfterEach
  void close() {
    client.close();
    shop.close();
  }

  @Test
  void answersAnErrorWithAPageAndAWait() {
    shop.fault(Fault.status(429).retryAfter("3").times(1));

    TestingClient.Reply limited = client.get("/products");
    assertThat(limited.status()).isEqualTo(429);
    assertThat(limited.header("Retry-After")).isEqualTo("3");
    assertThat(limited.header("Content-Type")).startsWith("text/html");
    assertThat(client.get("/products").status()).isEqualTo(200);
  }

  @Test
  void failsBeforeTheEffect() {
    shop.fault(Fault.status(502));

    assertThat(sellOne().status()).isEqualTo(502);
    assertThat(stock()).isEqualTo(2);
  }

  @Test
  void failsAfterTheEffect() {
    shop.fault(Fault.status(502).afterTheEffect());

    assertThat(sellOne().status()).isEqualTo(502);
    assertThat(stock()).isEqualTo(1);
  }

  @Test
  void dropsTheConnection() {
    shop.fault(Fault.of(Fault.Kind.DROP).afterTheEffect());

    assertThatThrownBy(this::sellOne).isInstanceOf(UncheckedIOException.class);
    assertThat(stock()).isEqualTo(1);
  }

  @Test
  void hangsAndThenDrops() {
    shop.fault(Fault.of(Fault.Kind.HANG).delay(Duration.ofMillis(20)));

    assertThatThrownBy(this::sellOne).isInstanceOf(UncheckedIOException.class);
    assertThat(stock()).isEqualTo(2);
  }

  @Test
  void breaksOffInTheMiddle() {
    shop.fault(Fault.of(Fault.Kind.TRUNCATE).afterTheEffect());

    assertThatThrownBy(this::sellOne).isInstanceOf(UncheckedIOException.class);
    assertThat(stock()).isEqualTo(1);
  }

  @Test
  void sendsWhatIsNoJson() {
    shop.fault(Fault.of(Fault.Kind.GARBAGE).times(1));
    shop.fault(Fault.of(Fault.Kind.HTML).times(1));

    TestingClient.Reply garbage = client.get("/products");
    assertThat(garbage.header("Content-Type")).startsWith("application/json");
    assertThat(garbage.body().isMissingNode()).isTrue();
    TestingClient.Reply html = client.get("/products");
    assertThat(html.status()).isEqualTo(200);
    assertThat(html.header("Content-Type")).startsWith("text/html");
  }

  @Test
  void meetsEveryThirdOfTheRequestsItIsMeantFor() {
    shop.fault(Fault.status(500).on("GET", "/variations$").every(3).times(2));

    assertThat(client.get("/products").status()).isEqualTo(200);
    int[] statuses =
        java.util.stream.IntStream.range(0, 7)
            .map(_ -> client.get("/variations").status())
            .toArray();
    assertThat(statuses).containsExactly(500, 200, 200, 500, 200, 200, 200);
  }

  @Test
  void endsWhenCleared() {
    shop.fault(Fault.status(503));
    shop.clearFaults();

    assertThat(client.get("/products").status()).isEqualTo(200);
  }

  private TestingClient.Reply sellOne() {
    return client.put("/products/101", "{'inventory_delta':-1}");
  }

  private int stock() {
    return shop.state().get(0).path("quantity").asInt();
  }
}
