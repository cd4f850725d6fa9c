package dev.trueup.store.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trueup.catalog.Inventory;
import dev.trueup.store.Scope;
import dev.trueup.store.StoreException;
import dev.trueup.store.StoreException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// What a merchant is told when the shop does not answer as it should.
class WooCommerceErrorsTest {
  private final TestingTime time = new TestingTime();

  @Test
  void namesAnUnknownKey() {
    assertThat(reading(401, recorded("err_wrong_key")))
        .satisfies(kind(Kind.UNAUTHORIZED))
        .hasMessage(
            "127.0.0.1 does not know the consumer key: check WOOCOMMERCE_KEY, and that its web"
                + " server passes the Authorization header on (status 401).");
  }

  @Test
  void namesAWrongSecret() {
    assertThat(reading(401, recorded("err_wrong_secret")))
        .satisfies(kind(Kind.UNAUTHORIZED))
        .hasMessageContaining("WOOCOMMERCE_SECRET")
        .hasMessageContaining("“Consumer secret is invalid.” (status 401)");
  }

  @Test
  void namesAKeyThatMayNotRead() {
    assertThat(reading(401, recorded("err_writeonly_key")))
        .satisfies(kind(Kind.UNAUTHORIZED))
        .hasMessageContaining("or the key may not read")
        .hasMessageContaining("does not have read permissions");
  }

  @Test
  void namesAKeyThatWordPressTookForAUser() {
    assertThat(reading(401, recorded("err_wp_with_ck")))
        .satisfies(kind(Kind.UNAUTHORIZED))
        .hasMessageContaining("WOOCOMMERCE_KEY and WOOCOMMERCE_SECRET")
        .hasMessageContaining("“Error: Unknown username.");
  }

  @Test
  void namesAUserWithoutTheRight() {
    assertThat(reading(403, recorded("err_wrong_key")))
        .satisfies(kind(Kind.FORBIDDEN))
        .hasMessageContaining("administrator or shop manager");
  }

  @Test
  void namesAMissingWooCommerce() {
    assertThat(reading(404, recorded("err_no_route")))
        .satisfies(kind(Kind.NOT_FOUND))
        .hasMessageContaining("check that WooCommerce is active at WOOCOMMERCE_URL (status 404)");
  }

  @Test
  void namesASiteWithoutARestApi() {
    assertThat(reading(404, "<html>Not Found</html>"))
        .satisfies(kind(Kind.NOT_FOUND))
        .hasMessageContaining("/wp-json/: check WOOCOMMERCE_URL")
        .hasMessageContaining("Permalinks");
  }

  @Test
  void namesAFirewall() {
    assertThat(reading(403, "<html>Access denied</html>"))
        .satisfies(kind(Kind.FORBIDDEN))
        .hasMessageContaining("a firewall or a security plugin");
    assertThat(reading(200, "<html>Checking your browser</html>"))
        .satisfies(kind(Kind.UNAVAILABLE))
        .hasMessageContaining("answered with a web page instead of data");
  }

  @Test
  void namesAPasswordInFrontOfTheShop() {
    assertThat(reading(401, "<html>401 Authorization Required</html>"))
        .satisfies(kind(Kind.UNAUTHORIZED))
        .hasMessageContaining("asks for a password");
  }

  @Test
  void namesTheAddressOfARedirectAndDoesNotFollowIt() {
    var elsewhere =
        TestingServer.Answer.of(301, "")
            .with("Location", "https://www.shop.example/store/wp-json/wc/v3/products?secret=1");

    assertThat(reading(_ -> elsewhere))
        .satisfies(kind(Kind.REJECTED))
        .hasMessage(
            "127.0.0.1 redirects elsewhere: set WOOCOMMERCE_URL to https://www.shop.example/store"
                + " (status 301).");
  }

  @Test
  void waitsAsLongAsTheShopAsks() {
    var slowDown = TestingServer.Answer.of(429, "<html/>").with("Retry-After", "7");

    assertThat(reading(_ -> slowDown))
        .satisfies(kind(Kind.THROTTLED))
        .satisfies(e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(7)));
    assertThat(time.sleeps()).hasSize(4).containsOnly(Duration.ofSeconds(7));
  }

  @Test
  void waitsLongerEachTimeForAShopThatIsNotWell() {
    assertThat(reading(503, "<html>Briefly unavailable</html>"))
        .satisfies(kind(Kind.UNAVAILABLE))
        .hasMessage("127.0.0.1 is not well (status 503).");
    assertThat(time.sleeps()).hasSize(4).isSorted();
    assertThat(time.sleeps().getLast()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
  }

  @Test
  void doesNotWaitForHours() {
    var maintenance = TestingServer.Answer.of(503, "").with("Retry-After", "3600");

    assertThat(reading(_ -> maintenance))
        .satisfies(e -> assertThat(e.retryAfter()).contains(Duration.ofHours(1)));
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void quotesWhatTheShopRefuses() {
    assertThat(reading(400, recorded("err_per_page_101")))
        .satisfies(kind(Kind.REJECTED))
        .hasMessageContaining("“Invalid parameter(s): per_page” (status 400)");
  }

  @Test
  void neverShowsKeyOrSecret() {
    String leak = "{\"code\":\"x\",\"message\":\"ck_sandbox and cs_sandbox are wrong\"}";

    assertThat(reading(401, leak)).hasMessageNotContainingAny("ck_sandbox", "cs_sandbox");
    assertThat(reading(400, leak)).hasMessageNotContainingAny("ck_sandbox", "cs_sandbox");
    assertThat(reading(500, leak)).hasMessageNotContainingAny("ck_sandbox", "cs_sandbox");
  }

  @Test
  void namesARefusedConnection() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }

    assertThat(reading(URI.create("http://127.0.0.1:" + port), Duration.ofSeconds(5)))
        .satisfies(kind(Kind.UNAVAILABLE))
        .hasMessageContaining("the connection is refused; check WOOCOMMERCE_URL");
  }

  @Test
  void namesAHostThatDoesNotExist() {
    assertThat(reading(URI.create("https://shop.invalid"), Duration.ofSeconds(30)))
        .satisfies(kind(Kind.UNAVAILABLE))
        .hasMessageContaining("shop.invalid cannot be found")
        .hasMessageContaining("WOOCOMMERCE_URL");
  }

  @Test
  void namesACertificateThatNobodyVouchesFor() throws Exception {
    try (var server = TestingTlsServer.start()) {
      assertThat(reading(server.url(), Duration.ofSeconds(20)))
          .satisfies(kind(Kind.REJECTED))
          .hasMessageContaining("does not show a certificate that can be trusted (self-signed");
      assertThat(time.sleeps()).isEmpty();
    }
  }

  @Test
  void namesAShopThatDoesNotAnswerInTime() throws IOException {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      assertThat(
              reading(
                  URI.create("http://127.0.0.1:" + silent.getLocalPort()), Duration.ofMillis(50)))
          .satisfies(kind(Kind.UNAVAILABLE))
          .hasMessageContaining("did not answer within 0.05 seconds");
    }
  }

  @Test
  void signsRequestsOverPlainHttpAndNeverSendsTheSecret() {
    var requests =
        new Requests(
            TestingStore.settings(URI.create("http://shop.example:8080/store")),
            time,
            new java.util.Random(1));

    var request = requests.get(Query.of("wc/v3/products").with("_fields", "id,sku"));

    assertThat(request.headers().map()).doesNotContainKey("Authorization");
    assertThat(request.uri().toString())
        .startsWith("http://shop.example:8080/store/wp-json/wc/v3/products?_fields=id%2Csku&")
        .contains("oauth_consumer_key=ck_sandbox", "oauth_signature=", "oauth_timestamp=17")
        .doesNotContain("cs_sandbox");
  }

  @Test
  void sendsTheKeyAsItIsOnlyOverHttpsAndOnThisMachine() {
    for (String url : new String[] {"https://shop.example", "http://127.0.0.1:8080"}) {
      var requests =
          new Requests(TestingStore.settings(URI.create(url)), time, new java.util.Random(1));

      assertThat(requests.get(Query.of("wc/v3/products")).headers().firstValue("Authorization"))
          .contains("Basic Y2tfc2FuZGJveDpjc19zYW5kYm94");
      assertThat(requests.getOpenly(Query.of("")).headers().map())
          .doesNotContainKey("Authorization");
    }
  }

  private StoreException reading(int status, String body) {
    return reading(_ -> TestingServer.Answer.of(status, body));
  }

  private StoreException reading(Function<TestingServer.Request, TestingServer.Answer> answers) {
    try (var server = new TestingServer(answers)) {
      return reading(server.url(), Duration.ofSeconds(20));
    }
  }

  private StoreException reading(URI url, Duration timeout) {
    var store = TestingStore.store(TestingStore.settings(url), time, timeout);
    return Objects.requireNonNull(
        catchThrowableOfType(
            StoreException.class,
            () ->
                store
                    .records(Inventory.RESOURCE, Scope.SOURCE)
                    .some(java.util.List.of(dev.trueup.catalog.RecordRef.of("7")))));
  }

  private static java.util.function.Consumer<StoreException> kind(Kind kind) {
    return e -> assertThat(e.kind()).isEqualTo(kind);
  }

  private static String recorded(String name) {
    String path = "/recorded/woocommerce/" + name + ".json";
    try (InputStream in = WooCommerceErrorsTest.class.getResourceAsStream(path)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
