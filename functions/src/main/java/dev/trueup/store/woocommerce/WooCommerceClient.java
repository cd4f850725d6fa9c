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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Requests to one shop: as many at once as it manages, with credentials, and answers told apart by
/// what they mean. Redirects are not followed.
final class WooCommerceClient {
  /// How many pages of a list are asked for together, as far as [AdaptiveLimit] lets them.
  static final int PAGES_AT_ONCE = 8;

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final WooCommerceSettings settings;
  private final HttpClient http;
  private final InstantSource clock;
  private final Duration requestTimeout;
  private final Turns turns;
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
    this.turns = new Turns(clock, pause);
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

  private Reply.Answered getOnce(Query query) {
    try (var conversation = converse(Instant.MAX)) {
      return conversation.get(query);
    }
  }

  /// Reads without credentials: WordPress's own routes take a consumer key for a user name and
  /// refuse it.
  Reply.Answered getOpenly(Query query) {
    return retries.call(() -> {
      try (var conversation = converse(Instant.MAX)) {
        return answered(
            conversation.exchange(requests.getOpenly(query), Kinds.reading(query), Instant.MAX));
      }
    });
  }

  /// Waits until the shop has time for requests that belong together.
  ///
  /// @throws StoreException `THROTTLED` when that is after the deadline
  Conversation converse(Instant deadline) {
    try {
      Turns.Turn turn = turns.take(deadline);
      if (turn == null) {
        throw noTimeLeft();
      }
      return new Conversation(turn);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw interrupted();
    }
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

  private static Reply.Answered answered(Reply reply) {
    return switch (reply) {
      case Reply.Answered answered -> answered;
      case Reply.Denied(StoreException why) -> throw why;
      case Reply.Lost(StoreException why) -> throw why;
    };
  }

  /// Requests that are sent one after the other, each once.
  final class Conversation implements AutoCloseable {
    private final Turns.Turn turn;

    private Conversation(Turns.Turn turn) {
      this.turn = turn;
    }

    Reply.Answered get(Query query) {
      return answered(exchange(requests.get(query), Kinds.reading(query), Instant.MAX));
    }

    /// @param items how many the body changes
    /// @param deadline nothing is sent after it
    /// @return [Reply.Answered] or [Reply.Lost]
    /// @throws StoreException when it was surely not carried out
    Reply post(Query query, JsonNode body, int items, Instant deadline) {
      Reply reply = exchange(requests.post(query, body), Kinds.writing(query, items), deadline);
      if (reply instanceof Reply.Denied(StoreException why)) {
        throw why;
      }
      return reply;
    }

    private Reply exchange(HttpRequest request, String kind, Instant deadline) {
      if (!clock.instant().isBefore(deadline)) {
        return new Reply.Denied(noTimeLeft());
      }
      AdaptiveLimit.Sent sent = turn.send(kind);
      Reply reply = sendOnce(request);
      switch (reply) {
        case Reply.Answered _ -> turn.answered(sent);
        case Reply.Denied(StoreException why) when !why.retryable() -> {}
        case Reply.Denied(StoreException why) -> turn.overloaded(sent, wait(why));
        case Reply.Lost(StoreException why) -> turn.overloaded(sent, wait(why));
      }
      return reply;
    }

    private static Duration wait(StoreException why) {
      return why.retryAfter().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
      turn.close();
    }
  }

  private Reply sendOnce(HttpRequest request) {
    try {
      return reply(request.method(), send(request));
    } catch (ExecutionException e) {
      return connectionErrors.of(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      return connectionErrors.of(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Reply.Lost(interrupted());
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
      throw interrupted();
    }
  }

  private StoreException noTimeLeft() {
    return new StoreException(
        Platform.WOOCOMMERCE,
        StoreException.Kind.THROTTLED,
        "There was no time left to write to " + settings.shop() + ".");
  }

  private StoreException interrupted() {
    return new StoreException(
        Platform.WOOCOMMERCE,
        StoreException.Kind.UNAVAILABLE,
        "Interrupted while waiting for " + settings.shop() + ".");
  }
}
