package dev.trueup.store.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trueup.catalog.Platform;
import dev.trueup.store.StoreException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Requests to one shop: a few in flight at once, with credentials, and answers told apart by what
/// they mean. Redirects are not followed.
final class WooCommerceClient {
  /// A shop on two cores is busy with two writers; more only wait longer there.
  static final int REQUESTS_IN_FLIGHT = 4;

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Semaphore free = new Semaphore(REQUESTS_IN_FLIGHT, true);
  private final WooCommerceSettings settings;
  private final HttpClient http;
  private final InstantSource clock;
  private final Duration requestTimeout;
  private final Requests requests;
  private final Retries retries;
  private final WooCommerceErrors errors;
  private final ConnectionErrors connectionErrors;

  WooCommerceClient(
      WooCommerceSettings settings,
      HttpClient http,
      InstantSource clock,
      Pause pause,
      RandomGenerator random,
      Duration requestTimeout) {
    this.settings = settings;
    this.http = http;
    this.clock = clock;
    this.requestTimeout = requestTimeout;
    this.requests = new Requests(settings, clock, random);
    this.retries = new Retries(clock, pause, random);
    this.errors = new WooCommerceErrors(settings, clock);
    this.connectionErrors = new ConnectionErrors(settings, requestTimeout);
  }

  WooCommerceSettings settings() {
    return settings;
  }

  Retries retries() {
    return retries;
  }

  /// Reads, and tries again what may succeed later.
  Reply.Answered get(Query query) {
    return retries.call(() -> getOnce(query));
  }

  Reply.Answered getOnce(Query query) {
    return answered(exchange(requests.get(query), Instant.MAX));
  }

  /// Reads without credentials: WordPress's own routes take a consumer key for a user name and
  /// refuse it.
  Reply.Answered getOpenly(Query query) {
    return retries.call(() -> answered(exchange(requests.getOpenly(query), Instant.MAX)));
  }

  /// Reads several at once; the answers are in the order of the queries.
  List<Reply.Answered> getAll(List<Query> queries) {
    if (queries.size() == 1) {
      return List.of(get(queries.getFirst()));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = queries.stream().map(query -> threads.submit(() -> get(query))).toList();
      return answers.stream().map(this::join).toList();
    }
  }

  /// Sends once.
  ///
  /// @param deadline nothing is sent after it
  /// @return [Reply.Answered] or [Reply.Lost]
  /// @throws StoreException when it was surely not carried out
  Reply post(Query query, JsonNode body, Instant deadline) {
    Reply reply = exchange(requests.post(query, body), deadline);
    if (reply instanceof Reply.Denied(StoreException why)) {
      throw why;
    }
    return reply;
  }

  private static Reply.Answered answered(Reply reply) {
    return switch (reply) {
      case Reply.Answered answered -> answered;
      case Reply.Denied(StoreException why) -> throw why;
      case Reply.Lost(StoreException why) -> throw why;
    };
  }

  private Reply exchange(HttpRequest request, Instant deadline) {
    try {
      free.acquire();
      try {
        return clock.instant().isBefore(deadline)
            ? reply(request.method(), send(request))
            : new Reply.Denied(noTimeLeft());
      } finally {
        free.release();
      }
    } catch (ExecutionException e) {
      return connectionErrors.of(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      return connectionErrors.of(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Reply.Lost(unavailable("Interrupted while waiting for " + settings.shop() + "."));
    }
  }

  /// The JDK's own timeout ends with the headers of an answer; this one covers its body as well.
  private HttpResponse<byte[]> send(HttpRequest request)
      throws ExecutionException, TimeoutException, InterruptedException {
    var answer = http.sendAsync(request, BodyHandlers.ofByteArray());
    try {
      return answer.get(requestTimeout.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      answer.cancel(true);
    }
  }

  /// A write that was answered with 5xx, or with success and no data, may have been carried out.
  private Reply reply(String method, HttpResponse<byte[]> response) {
    int status = response.statusCode();
    @Nullable JsonNode body = parsed(response.body());
    if (status / 100 == 2) {
      return body == null
          ? new Reply.Lost(errors.notData(status))
          : new Reply.Answered(body, total(response));
    }
    StoreException why = errors.of(method.equals("POST"), status, response.headers(), body);
    return status >= 500 || status == 408 ? new Reply.Lost(why) : new Reply.Denied(why);
  }

  private static @Nullable JsonNode parsed(byte[] body) {
    try {
      JsonNode json = JSON.readTree(body);
      return json == null || !json.isContainerNode() ? null : json;
    } catch (IOException _) {
      return null;
    }
  }

  private static OptionalLong total(HttpResponse<byte[]> response) {
    return response
        .headers()
        .firstValue("x-wp-total")
        .filter(text -> text.matches("\\d{1,18}"))
        .map(text -> OptionalLong.of(Long.parseLong(text)))
        .orElse(OptionalLong.empty());
  }

  private Reply.Answered join(Future<Reply.Answered> answer) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof StoreException why
          ? why
          : new IllegalStateException("a request failed", e.getCause());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw unavailable("Interrupted while waiting for " + settings.shop() + ".");
    }
  }

  private StoreException noTimeLeft() {
    return new StoreException(
        Platform.WOOCOMMERCE,
        StoreException.Kind.THROTTLED,
        "There was no time left to write to " + settings.shop() + ".");
  }

  private static StoreException unavailable(String sentence) {
    return new StoreException(Platform.WOOCOMMERCE, StoreException.Kind.UNAVAILABLE, sentence);
  }
}
