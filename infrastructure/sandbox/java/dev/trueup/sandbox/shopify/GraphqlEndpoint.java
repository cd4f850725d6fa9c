package dev.trueup.sandbox.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `POST /admin/api/{version}/graphql.json`: the token, the body, the faults, and the API behind
/// them.
final class GraphqlEndpoint {
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
  private static final Pattern NAMED = Pattern.compile("\\b(?:query|mutation)\\s+(\\w+)");
  private static final String NO_TOKEN =
      "[API] Invalid API key or access token (unrecognized login or wrong password)";

  private final AdminApi api;
  private final AccessTokens tokens;
  private final AccessScopes scopes;
  private final Faults faults;
  private final Waiting waiting;
  private final AtomicLong requestIds = new AtomicLong();

  GraphqlEndpoint(
      AdminApi api, AccessTokens tokens, AccessScopes scopes, Faults faults, Waiting waiting) {
    this.api = api;
    this.tokens = tokens;
    this.scopes = scopes;
    this.faults = faults;
    this.waiting = waiting;
  }

  /// A reply and what is recorded about it.
  record Outcome(Reply reply, int requestedCost, int actualCost, boolean throttled) {
    static Outcome of(Reply reply) {
      return new Outcome(reply, 0, 0, false);
    }

    Outcome replacedBy(Reply other) {
      return new Outcome(other, requestedCost, actualCost, throttled);
    }
  }

  /// Blocks for a while, or until the store closes.
  @FunctionalInterface
  interface Waiting {
    void await(Duration duration);
  }

  /// The name of the operation that a body asks for, or empty.
  static String operationName(String body) {
    try {
      JsonNode json = Json.MAPPER.readTree(body);
      String name = json.path("operationName").asText("");
      Matcher named = NAMED.matcher(json.path("query").asText(""));
      return name.isEmpty() && named.find() ? named.group(1) : name;
    } catch (JsonProcessingException _) {
      return "";
    }
  }

  Outcome answer(@Nullable String token, String contentType, String body, String operationName) {
    String requestId = "5a9d0000-0000-4000-8000-%012d".formatted(requestIds.incrementAndGet());
    Optional<Fault> fault = faults.next(operationName);
    fault.ifPresent(befallen -> waiting.await(befallen.delay()));
    Outcome outcome = spoilt(token, contentType, body, requestId, fault);
    return outcome.replacedBy(outcome.reply().and("X-Request-Id", requestId));
  }

  private Outcome spoilt(
      @Nullable String token,
      String contentType,
      String body,
      String requestId,
      Optional<Fault> fault) {
    if (fault.isEmpty()) {
      return execute(token, contentType, body, false);
    }
    Fault befallen = fault.get();
    return switch (befallen.kind()) {
      case THROTTLE -> execute(token, contentType, body, true);
      case SLOW -> execute(token, contentType, body, false);
      case TRUNCATE -> {
        Outcome outcome = execute(token, contentType, body, false);
        yield outcome.replacedBy(outcome.reply().delivered(Reply.Delivery.TRUNCATED));
      }
      case STATUS, DROP, HANG, GARBAGE, HTML, INTERNAL -> {
        Outcome outcome =
            befallen.afterEffect()
                ? execute(token, contentType, body, false)
                : Outcome.of(Reply.text(200, "text/plain", ""));
        yield outcome.replacedBy(spoilt(befallen, requestId));
      }
    };
  }

  private static Reply spoilt(Fault fault, String requestId) {
    return switch (fault.kind()) {
      case STATUS -> Reply.json(fault.status(), Map.of("errors", "Fault " + fault.status()));
      case GARBAGE -> Reply.text(200, "application/json", "\u0000{]garbage");
      case HTML -> Reply.text(200, "text/html", "<!doctype html><title>Shopify</title>");
      case INTERNAL -> Reply.json(200, Map.of("errors", List.of(ApiErrors.internal(requestId))));
      case DROP, HANG, TRUNCATE, THROTTLE, SLOW ->
          Reply.text(200, "text/plain", "").delivered(Reply.Delivery.DROPPED);
    };
  }

  private Outcome execute(
      @Nullable String token, String contentType, String body, boolean throttled) {
    if (token == null || !tokens.accepts(token)) {
      return Outcome.of(Reply.json(401, Map.of("errors", NO_TOKEN)));
    }
    if (!contentType.startsWith("application/json")) {
      return Outcome.of(
          Reply.json(415, Map.of("errors", "The Content-Type must be application/json.")));
    }
    Optional<AdminApi.Call> call = call(body, throttled);
    if (call.isEmpty()) {
      Map<String, String> problem = Map.of("query", "Required parameter missing or invalid");
      return Outcome.of(Reply.json(400, Map.of("errors", problem)));
    }
    AdminApi.Answer answer = api.execute(call.get());
    return new Outcome(
        Reply.json(200, answer.body()),
        answer.requestedCost(),
        answer.actualCost(),
        answer.throttled());
  }

  private Optional<AdminApi.Call> call(String body, boolean throttled) {
    try {
      JsonNode json = Json.MAPPER.readTree(body);
      JsonNode variables = json.path("variables");
      boolean readable =
          json.path("query").isTextual()
              && (variables.isObject() || variables.isMissingNode() || variables.isNull());
      if (!readable) {
        return Optional.empty();
      }
      return Optional.of(
          new AdminApi.Call(
              json.path("query").asText(),
              variables.isObject() ? Json.MAPPER.convertValue(variables, OBJECT) : Map.of(),
              json.path("operationName").textValue(),
              scopes,
              throttled));
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }
}
