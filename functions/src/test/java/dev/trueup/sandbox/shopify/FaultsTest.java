package dev.trueup.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultsTest {
  private static final String READ = "query Read { shop { name } }";
  private static final String UNTRACK =
      "mutation Untrack { inventoryItemUpdate(id: \"gid://shopify/InventoryItem/52300000000000\","
          + " input: {tracked: false}) { userErrors { message } } }";

  @AutoClose
  private final TestingClient client =
      new TestingClient(SimulatedShopify.builder(TestingSeed.small()));

  @Test
  void answersWithAStatusOnEveryNthRequestAFewTimes() {
    client.store().fault(Fault.status(502).onEvery(2).upTo(2));

    assertThat(status()).isEqualTo(200);
    assertThat(status()).isEqualTo(502);
    assertThat(status()).isEqualTo(200);
    assertThat(status()).isEqualTo(502);
    assertThat(status()).isEqualTo(200);
    assertThat(status()).isEqualTo(200);
  }

  @Test
  void meansOnlyTheOperationsItNames() {
    client.store().fault(Fault.status(500).of("^Untrack$"));

    assertThat(status()).isEqualTo(200);
    assertThat(client.post(UNTRACK, Map.of()).statusCode()).isEqualTo(500);
  }

  @ParameterizedTest
  @EnumSource(names = {"DROP", "HANG", "TRUNCATE"})
  void losesTheAnswer(Fault.Kind kind) {
    client.store().fault(Fault.once(kind).after(Duration.ofMillis(1)));

    assertThatThrownBy(() -> client.post(READ, Map.of())).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void losesTheAnswerButNotTheEffect() {
    client.store().fault(Fault.once(Fault.Kind.DROP).afterTheEffect());

    assertThatThrownBy(() -> client.post(UNTRACK, Map.of()))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(tracked()).isFalse();
    assertThat(client.store().requests().getFirst().httpStatus()).isZero();
  }

  @Test
  void losesTheRequestBeforeItsEffect() {
    client.store().fault(Fault.once(Fault.Kind.INTERNAL));

    assertThat(client.query(UNTRACK).at("/errors/0/extensions/code").asText())
        .isEqualTo("INTERNAL_SERVER_ERROR");
    assertThat(tracked()).isTrue();
  }

  @Test
  void answersWhatIsNoJson() {
    client.store().fault(Fault.once(Fault.Kind.GARBAGE));
    client.store().fault(Fault.once(Fault.Kind.HTML).onEvery(2));

    assertThatThrownBy(() -> client.query(READ)).isInstanceOf(UncheckedIOException.class);
    HttpResponse<String> page = client.post(READ, Map.of());
    assertThat(page.headers().firstValue("Content-Type")).contains("text/html");
  }

  @Test
  void throttlesWithoutAReason() {
    client.store().fault(Fault.once(Fault.Kind.THROTTLE));

    assertThat(client.query(READ).at("/errors/0/extensions/code").asText()).isEqualTo("THROTTLED");
    assertThat(client.store().throttledRequests()).isEqualTo(1);
  }

  @Test
  void stopsWhenCleared() {
    client.store().fault(Fault.status(503).upTo(100));
    assertThat(status()).isEqualTo(503);
    client.store().clearFaults();
    assertThat(status()).isEqualTo(200);
  }

  private int status() {
    return client.post(READ, Map.of()).statusCode();
  }

  private boolean tracked() {
    return client.store().state().at("/0/tracked").asBoolean();
  }
}
