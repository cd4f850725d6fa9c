package dev.trueup.store.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.trueup.store.StoreException;
import dev.trueup.store.shopify.TestingServer.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ShopifyTokenTest {
  private final Set<String> valid = ConcurrentHashMap.newKeySet();
  private final AtomicInteger grants = new AtomicInteger();
  private final TestingServer server = new TestingServer(this::answer);
  private final TestingTime time = new TestingTime();
  private final ShopifyClient client =
      TestingStore.client(TestingStore.withClient(server.url()), time);

  private Answer answer(TestingServer.Request request) {
    if (request.isGrant()) {
      String token = "token-" + grants.incrementAndGet();
      valid.add(token);
      return Answer.of(
          200, "{\"access_token\":\"%s\",\"scope\":\"\",\"expires_in\":86399}".formatted(token));
    }
    return valid.contains(request.token())
        ? Answer.graphql("'data':{'locations':{'nodes':[]}}")
        : Answer.of(401, "{\"errors\":\"[API] Invalid API key or access token\"}");
  }

  private void ask() {
    client.ask(Operation.LOCATIONS, Map.of("first", 250));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void asksForATokenOnceAndSendsTheFormItNeeds() {
    ask();
    ask();

    assertThat(grants).hasValue(1);
    assertThat(server.requests().getFirst().body())
        .contains("grant_type=client_credentials")
        .contains("client_id=client-1")
        .contains("client_secret=" + TestingStore.SECRET);
  }

  @Test
  void renewsATokenBeforeItExpires() {
    ask();
    time.sleep(Duration.ofHours(23).plusMinutes(49));
    ask();
    assertThat(grants).hasValue(1);

    time.sleep(Duration.ofMinutes(1));
    ask();

    assertThat(grants).hasValue(2);
  }

  @Test
  void renewsARefusedTokenOnce() {
    ask();
    valid.clear();

    ask();

    assertThat(grants).hasValue(2);
  }

  @Test
  void givesUpWhenTheNewTokenIsRefusedToo() {
    try (var strict =
        new TestingServer(
            request -> request.isGrant() ? answer(request) : Answer.of(401, "{\"errors\":\"\"}"))) {
      var refused = TestingStore.client(TestingStore.withClient(strict.url()), time);

      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> refused.ask(Operation.LOCATIONS, Map.of("first", 250)))
          .withMessageContaining("SHOPIFY_CLIENT_ID");
      assertThat(grants).hasValue(2);
    }
  }

  @Test
  void doesNotRenewAStaticToken() {
    var fixed = TestingStore.client(TestingStore.withToken(server.url()), time);

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> fixed.ask(Operation.LOCATIONS, Map.of("first", 250)));
    assertThat(grants).hasValue(0);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void manyThreadsCauseOneRenewal() throws Exception {
    ask();
    valid.clear();
    var together = new CyclicBarrier(8);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked =
          IntStream.range(0, 8)
              .mapToObj(_ ->
                  threads.submit(() -> {
                    together.await();
                    ask();
                    return true;
                  }))
              .toList();
      for (var one : asked) {
        assertThat(one.get()).isTrue();
      }
    }

    assertThat(grants).hasValue(2);
  }
}
