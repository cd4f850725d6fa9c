package dev.trueup.store.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trueup.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Sends operations: token, pace, retries, and what became of them. One per store, shared by all
/// threads.
///
/// Retried are throttling, 429, 5xx, broken connections and answers cut short, always with the same
/// body; a caller whose mutation must not run twice sends an idempotency key in it.
final class ShopifyClient {
  /// Of the Admin GraphQL API; every document is validated against this version's schema.
  static final String VERSION = "2026-10";

  private static final int MOST_ATTEMPTS = 5;
  private static final long FIRST_DELAY_MILLIS = 500;
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ShopifySettings settings;
  private final ShopifyErrors errors;
  private final ShopifyHttp http;
  private final ShopifyToken token;
  private final Pacer pacer;
  private final InstantSource clock;
  private final Pause pause;
  private final RandomGenerator random;

  ShopifyClient(
      ShopifySettings settings,
      ShopifyErrors errors,
      ShopifyHttp http,
      InstantSource clock,
      Pause pause,
      RandomGenerator random) {
    this.settings = settings;
    this.errors = errors;
    this.http = http;
    this.token = new ShopifyToken(settings, http, errors, clock);
    this.pacer = new Pacer(errors, clock, pause);
    this.clock = clock;
    this.pause = pause;
    this.random = random;
  }

  ShopifyErrors errors() {
    return errors;
  }

  Pacer pacer() {
    return pacer;
  }

  Instant now() {
    return clock.instant();
  }

  /// Opens the result of a bulk operation.
  InputStream download(URI address) throws IOException {
    try {
      return http.download(address);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw errors.noAnswer("interrupted", e);
    }
  }

  /// Asks a query.
  ///
  /// @throws StoreException when there is no full answer
  Exchange.Answered ask(Operation query, Map<String, ?> variables) {
    return switch (call(query, variables)) {
      case Exchange.Answered answered -> answered;
      case Exchange.Failed failed -> throw failed.problem();
    };
  }

  /// [#call(Operation, Map, Instant)] with as much time as a reader has.
  Exchange call(Operation query, Map<String, ?> variables) {
    return call(query, variables, clock.instant().plus(PATIENCE));
  }

  /// Sends an operation until it is clear what became of it, or the deadline comes, or it has been
  /// tried often enough.
  ///
  /// @param deadline nothing is sent after it; an answer is still waited for
  Exchange call(Operation operation, Map<String, ?> variables, Instant deadline) {
    boolean lost = false;
    for (int attempts = 1; ; attempts++) {
      switch (attempt(operation, variables, deadline)) {
        case Exchange.Answered(JsonNode data, String version, _) -> {
          return new Exchange.Answered(data, version, lost);
        }
        case Exchange.Failed(StoreException problem, boolean unclear, String code) -> {
          lost |= unclear;
          if (attempts == MOST_ATTEMPTS
              || !problem.retryable()
              || !pause(delay(problem, attempts), deadline)) {
            return new Exchange.Failed(problem, lost, code);
          }
        }
      }
    }
  }

  /// Lets time pass before something is sent again.
  ///
  /// @return whether there is time left after it
  boolean pause(Duration delay, Instant deadline) {
    if (!clock.instant().plus(delay).isBefore(deadline)) {
      return false;
    }
    try {
      pause.sleep(delay);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// What the store asks for, or pauses that double and vary so that many callers do not come back
  /// at once.
  private Duration delay(StoreException problem, int attempts) {
    long full = FIRST_DELAY_MILLIS << (attempts - 1);
    return problem
        .retryAfter()
        .orElseGet(() -> Duration.ofMillis(random.nextLong(full / 2, full + 1)));
  }

  /// Sends until it was neither throttled nor refused for an outdated token.
  private Exchange attempt(Operation operation, Map<String, ?> variables, Instant deadline) {
    String body = body(operation, variables);
    try {
      boolean renewed = false;
      while (true) {
        String opener = token.current();
        switch (send(operation, variables, body, opener, deadline)) {
          case Attempt.Done(Exchange exchange) -> {
            return exchange;
          }
          case Attempt.Throttled _ -> {}
          case Attempt.TokenRefused(StoreException problem) -> {
            if (renewed || !token.renewable()) {
              return new Exchange.Failed(problem, false, "");
            }
            token.renew(opener);
            renewed = true;
          }
        }
      }
    } catch (StoreException unsent) {
      return new Exchange.Failed(unsent, false, "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Exchange.Failed(errors.noAnswer("interrupted", e), true, "");
    }
  }

  private Attempt send(
      Operation operation, Map<String, ?> variables, String body, String opener, Instant deadline)
      throws InterruptedException {
    Pacer.Lease lease = pacer.acquire(operation, variables, deadline);
    try (lease) {
      if (!clock.instant().isBefore(deadline)) {
        throw errors.tooLate();
      }
      return switch (http.post(request(opener), body)) {
        case ShopifyHttp.Received reply -> Attempt.of(operation, reply, lease, errors);
        case ShopifyHttp.NoReply(StoreException problem, boolean sent) ->
            new Attempt.Done(new Exchange.Failed(problem, sent, ""));
      };
    }
  }

  private HttpRequest.Builder request(String opener) {
    return HttpRequest.newBuilder(settings.at("/admin/api/" + VERSION + "/graphql.json"))
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .header("User-Agent", "Trueup")
        .header("X-Shopify-Access-Token", opener);
  }

  private static String body(Operation operation, Map<String, ?> variables) {
    try {
      return JSON.writeValueAsString(Map.of("query", operation.document(), "variables", variables));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("variables that cannot be sent", e);
    }
  }
}
