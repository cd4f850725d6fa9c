package dev.trueup.store.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trueup.store.StoreException;
import dev.trueup.store.StoreException.Kind;
import dev.trueup.store.shopify.TestingServer.Answer;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every error has a kind and a sentence: the store, what to change, the request id, no secret.
final class ShopifyErrorsTest {
  private final TestingTime time = new TestingTime();

  private StoreException failure(ShopifySettings settings) {
    return failure(settings, TestingStore.REQUEST_TIMEOUT);
  }

  private StoreException failure(ShopifySettings settings, Duration timeout) {
    ShopifyStore store = TestingStore.store(settings, time, timeout);
    StoreException problem = catchThrowableOfType(StoreException.class, store::connect);
    assertThat(problem.sentence())
        .contains("my-shop.myshopify.com")
        .endsWith(".")
        .doesNotContain(TestingStore.TOKEN)
        .doesNotContain(TestingStore.SECRET)
        .doesNotContain("shpat_granted");
    return problem;
  }

  private StoreException failure(Answer answer) {
    try (var server = new TestingServer(_ -> answer.with("X-Request-Id", "req-1"))) {
      return failure(TestingStore.withToken(server.url()));
    }
  }

  private StoreException grantFailure(Answer answer) {
    Function<TestingServer.Request, Answer> answers = _ -> answer;
    try (var server = new TestingServer(answers)) {
      return failure(TestingStore.withClient(server.url()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "401, UNAUTHORIZED, SHOPIFY_ACCESS_TOKEN",
    "402, FORBIDDEN, frozen",
    "403, FORBIDDEN, IP allowlist",
    "404, NOT_FOUND, SHOPIFY_SHOP",
    "423, FORBIDDEN, locked",
    "429, THROTTLED, slow down",
    "430, FORBIDDEN, security",
    "500, UNAVAILABLE, not well",
    "503, UNAVAILABLE, not well",
    "302, REJECTED, SHOPIFY_SHOP",
    "418, REJECTED, 418"
  })
  void namesEveryStatus(int status, Kind kind, String word) {
    var problem = failure(Answer.of(status, "{\"errors\":\"" + TestingStore.TOKEN + "\"}"));

    assertThat(problem.kind()).isEqualTo(kind);
    assertThat(problem.sentence()).contains(word).contains("(X-Request-Id req-1)");
  }

  @Test
  void triesAgainWhatMaySucceedLater() {
    try (var server = new TestingServer(_ -> Answer.of(503, ""))) {
      failure(TestingStore.withToken(server.url()));

      assertThat(server.requests()).hasSize(5);
      assertThat(time.sleeps()).hasSize(4).isSorted();
    }
  }

  @Test
  void waitsAsLongAsTheStoreAsks() {
    try (var server = new TestingServer(_ -> Answer.of(429, "").with("Retry-After", "7.5"))) {
      var problem = failure(TestingStore.withToken(server.url()));

      assertThat(problem.retryAfter()).contains(Duration.ofMillis(7500));
      assertThat(time.sleeps()).hasSize(4).containsOnly(Duration.ofMillis(7500));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "shop_not_permitted, FORBIDDEN, organisation",
    "app_not_installed, FORBIDDEN, install it",
    "invalid_client, UNAUTHORIZED, SHOPIFY_CLIENT_ID and SHOPIFY_CLIENT_SECRET",
  })
  void namesWhyATokenIsNotGranted(String code, Kind kind, String word) {
    var json = grantFailure(Answer.of(400, "{\"error\":\"" + code + "\"}"));
    var page = grantFailure(Answer.of(400, "<html>Oauth error " + code + ": no</html>"));

    assertThat(json.kind()).isEqualTo(kind);
    assertThat(json.sentence()).contains(word).isEqualTo(page.sentence());
  }

  @Test
  void saysWhenTheGrantIsNotAnswered() {
    assertThat(grantFailure(Answer.of(404, "")).kind()).isEqualTo(Kind.NOT_FOUND);
    assertThat(grantFailure(Answer.of(200, "<html>")).kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(grantFailure(Answer.of(200, "{}")).kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(grantFailure(Answer.of(502, "")).kind()).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void namesTheScopeThatIsMissing() {
    var problem =
        failure(
            Answer.graphql(
                """
                'data':{'shop':{'id':'1'},'currentAppInstallation':null},'errors':[{
                'message':'Access denied for locations field.','path':['locations'],
                'extensions':{'code':'ACCESS_DENIED','requiredAccess':'`read_locations` access scope.'}}]\
                """));

    assertThat(problem.kind()).isEqualTo(Kind.FORBIDDEN);
    assertThat(problem.sentence())
        .contains("locations")
        .contains("`read_locations` access scope")
        .contains("Dev Dashboard");
  }

  @ParameterizedTest
  @CsvSource({
    "MAX_COST_EXCEEDED, REJECTED",
    "BAD_REQUEST, REJECTED",
    "RESOURCE_NOT_FOUND, NOT_FOUND",
    "INTERNAL_SERVER_ERROR, UNAVAILABLE",
  })
  void namesEveryGraphqlError(String code, Kind kind) {
    var problem =
        failure(
            Answer.graphql(
                "'errors':[{'message':'It says so','extensions':{'code':'" + code + "'}}]"));

    assertThat(problem.kind()).isEqualTo(kind);
    assertThat(problem.sentence()).contains("It says so");
  }

  @Test
  void doesNotTakeAPageForAnAnswer() {
    var problem = failure(Answer.of(200, "<html>Enter the password</html>"));

    assertThat(problem.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(problem.sentence()).contains("SHOPIFY_URL");
  }

  @Test
  void seesThatAnAnswerIsCutShort() {
    assertThat(failure(Answer.of(200, "{\"data\":{\"sh")).sentence()).contains("ends too early");
    assertThat(failure(Answer.of(200, "{\"data\":{}}").cutShort()).sentence())
        .contains("no complete answer");
    assertThat(failure(Answer.of(200, "{}")).sentence()).contains("without data");
  }

  @Test
  void namesAnAddressWhereNobodyListens() {
    URI gone;
    try (var server = new TestingServer(_ -> Answer.of(200, ""))) {
      gone = server.url();
    }

    var problem = failure(TestingStore.withToken(gone));

    assertThat(problem.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(problem.sentence()).contains("connection refused").contains(gone.getAuthority());
  }

  @Test
  void namesAnUnknownHost() {
    var problem = failure(TestingStore.withToken(URI.create("http://nowhere.invalid")));

    assertThat(problem.sentence()).contains("unknown host").contains("SHOPIFY_URL");
  }

  @Test
  void doesNotWaitForever() throws InterruptedException {
    var over = new java.util.concurrent.CountDownLatch(1);
    try (var server =
        new TestingServer(_ -> {
          try {
            over.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return Answer.of(200, "{}");
        })) {
      var problem = failure(TestingStore.withToken(server.url()), Duration.ofMillis(50));
      over.countDown();

      assertThat(problem.kind()).isEqualTo(Kind.UNAVAILABLE);
      assertThat(problem.sentence()).contains("no complete answer");
    }
  }
}
