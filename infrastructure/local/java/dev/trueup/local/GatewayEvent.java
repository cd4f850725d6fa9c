package dev.trueup.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A request as an API Gateway HTTP API hands it to a function, payload format 2.0.
///
/// Source:
/// docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html,
/// and, for what that page leaves open, what others have recorded of the real one: the path is
/// decoded and the query string is not (github.com/middleapi/standard-server/pull/93,
/// github.com/aws/aws-lambda-dotnet/pull/1901); the cookie header is only in `cookies`
/// (github.com/hattipjs/hattip/pull/159); only `text/*` and three kinds of `application/*` are
/// text, so that a posted form arrives in Base64 (github.com/ministackorg/ministack/pull/766).
final class GatewayEvent {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final List<String> TEXT =
      List.of("application/json", "application/xml", "application/javascript");

  private final HttpExchange exchange;
  private final byte[] body;
  private final Instant now;

  GatewayEvent(HttpExchange exchange, byte[] body, Instant now) {
    this.exchange = exchange;
    this.body = body.clone();
    this.now = now;
  }

  JsonNode json() {
    String query = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
    ObjectNode event = JSON.objectNode();
    event.put("version", "2.0").put("routeKey", "$default").put("rawPath", path());
    event.put("rawQueryString", query);
    ArrayNode cookies = cookies();
    if (!cookies.isEmpty()) {
      event.set("cookies", cookies);
    }
    event.set("headers", headers());
    if (!query.isEmpty()) {
      event.set("queryStringParameters", parameters(query));
    }
    event.set("requestContext", requestContext());
    addBody(event);
    return event;
  }

  private String path() {
    return decode(exchange.getRequestURI().getRawPath().replace("+", "%2B"));
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private ArrayNode cookies() {
    ArrayNode cookies = JSON.arrayNode();
    for (String header : exchange.getRequestHeaders().getOrDefault("Cookie", List.of())) {
      for (String cookie : header.split(";", -1)) {
        if (!cookie.isBlank()) {
          cookies.add(cookie.strip());
        }
      }
    }
    return cookies;
  }

  private ObjectNode headers() {
    ObjectNode headers = JSON.objectNode();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> {
          if (!name.equalsIgnoreCase("Cookie")) {
            headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values));
          }
        });
    String forwarded = headers.path("x-forwarded-for").asText("");
    headers.put(
        "x-forwarded-for", forwarded.isEmpty() ? sourceIp() : forwarded + ", " + sourceIp());
    headers.put("x-forwarded-port", String.valueOf(exchange.getLocalAddress().getPort()));
    headers.put("x-forwarded-proto", "http");
    return headers;
  }

  private static ObjectNode parameters(String query) {
    Map<String, String> joined = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      if (!name.isEmpty()) {
        joined.merge(name, value, (first, next) -> first + "," + next);
      }
    }
    ObjectNode parameters = JSON.objectNode();
    joined.forEach(parameters::put);
    return parameters;
  }

  private ObjectNode requestContext() {
    String host = Objects.requireNonNullElse(first("Host"), "localhost");
    ObjectNode context = JSON.objectNode();
    context.put("accountId", "000000000000").put("apiId", "local");
    context.put("domainName", host).put("domainPrefix", host.split("[.:]", -1)[0]);
    context
        .putObject("http")
        .put("method", exchange.getRequestMethod())
        .put("path", path())
        .put("protocol", exchange.getProtocol())
        .put("sourceIp", sourceIp())
        .put("userAgent", Objects.requireNonNullElse(first("User-Agent"), ""));
    context.put("requestId", UUID.randomUUID().toString());
    context.put("routeKey", "$default").put("stage", "$default");
    context.put("time", TIME.format(now)).put("timeEpoch", now.toEpochMilli());
    return context;
  }

  private void addBody(ObjectNode event) {
    boolean text = body.length == 0 || isText(first("Content-Type"));
    if (body.length > 0) {
      event.put(
          "body",
          text
              ? new String(body, StandardCharsets.UTF_8)
              : Base64.getEncoder().encodeToString(body));
    }
    event.put("isBase64Encoded", !text);
  }

  private static boolean isText(@Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.startsWith("text/") || TEXT.contains(type);
  }

  private String sourceIp() {
    return exchange.getRemoteAddress().getAddress().getHostAddress();
  }

  private @Nullable String first(String header) {
    Headers headers = exchange.getRequestHeaders();
    return headers.getFirst(header);
  }
}
