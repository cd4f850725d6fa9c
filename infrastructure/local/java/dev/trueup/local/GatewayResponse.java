package dev.trueup.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What an API Gateway HTTP API makes of a function's answer, payload format 2.0.
///
/// An answer without `statusCode` is the body of a 200 in JSON; `cookies` become one `Set-Cookie`
/// each. `multiValueHeaders` belongs to format 1.0: the gateway drops it in silence, this one calls
/// the answer malformed, so that it is seen here and not after a deployment.
///
/// Source:
/// docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html.
final class GatewayResponse {
  private final int status;
  private final Map<String, List<String>> headers;
  private final byte[] body;

  private GatewayResponse(int status, Map<String, List<String>> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  static GatewayResponse message(int status, String message) {
    return new GatewayResponse(
        status,
        Map.of("content-type", List.of("application/json")),
        ("{\"message\":\"" + message + "\"}").getBytes(StandardCharsets.UTF_8));
  }

  /// @throws IllegalArgumentException if the answer is malformed
  static GatewayResponse of(JsonNode answer) {
    if (!answer.has("statusCode")) {
      String body = answer.isTextual() ? answer.textValue() : answer.toString();
      return new GatewayResponse(
          200,
          Map.of("content-type", List.of("application/json")),
          body.getBytes(StandardCharsets.UTF_8));
    }
    if (answer.has("multiValueHeaders")) {
      throw new IllegalArgumentException(
          "multiValueHeaders is not in payload format 2.0; use headers and cookies");
    }
    int status = answer.path("statusCode").asInt();
    if (status < 100 || status > 599) {
      throw new IllegalArgumentException("statusCode is " + answer.path("statusCode"));
    }
    return new GatewayResponse(status, headers(answer), body(answer));
  }

  private static Map<String, List<String>> headers(JsonNode answer) {
    Map<String, List<String>> headers = new TreeMap<>();
    headers.put("content-type", List.of("text/plain;charset=UTF-8"));
    answer
        .path("headers")
        .properties()
        .forEach(header ->
            headers.put(
                header.getKey().toLowerCase(Locale.ROOT), List.of(header.getValue().asText())));
    List<String> cookies = new ArrayList<>();
    answer.path("cookies").forEach(cookie -> cookies.add(cookie.asText()));
    if (!cookies.isEmpty()) {
      headers.put("set-cookie", cookies);
    }
    return headers;
  }

  private static byte[] body(JsonNode answer) {
    JsonNode body = answer.path("body");
    if (!body.isTextual() && !body.isMissingNode() && !body.isNull()) {
      throw new IllegalArgumentException("body must be a string");
    }
    String text = body.asText("");
    return answer.path("isBase64Encoded").asBoolean()
        ? Base64.getDecoder().decode(text)
        : text.getBytes(StandardCharsets.UTF_8);
  }

  int status() {
    return status;
  }

  Map<String, List<String>> headers() {
    return headers;
  }

  byte[] body() {
    return body.clone();
  }
}
