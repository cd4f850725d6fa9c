package dev.trueup.sandbox.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A request as it came over the wire.
///
/// @param path decoded
/// @param query encoded, empty for none
/// @param headers by lower-case name
record ApiRequest(
    String method, String path, String query, Map<String, String> headers, String body) {
  private static final Pattern SINGLE = Pattern.compile(".*/(?:products|variations)/(\\d+)/?");

  static ApiRequest read(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    Map<String, String> headers =
        exchange.getRequestHeaders().entrySet().stream()
            .collect(
                Collectors.toMap(
                    entry -> entry.getKey().toLowerCase(java.util.Locale.ROOT),
                    entry -> String.join(", ", entry.getValue())));
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String query = Optional.ofNullable(uri.getRawQuery()).orElse("");
    return new ApiRequest(exchange.getRequestMethod(), uri.getPath(), query, headers, body);
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(java.util.Locale.ROOT)));
  }

  Parameters parameters() {
    return Parameters.parse(query);
  }

  boolean isWrite() {
    return !method.equals("GET") && !method.equals("HEAD");
  }

  boolean isBatch() {
    return path.endsWith("/batch") || path.endsWith("/batch/");
  }

  /// The body's JSON, empty where there is no body.
  ///
  /// @throws Refusal if it is no JSON object, or not declared as JSON: WordPress would then read it
  ///   as a form, or not at all
  ObjectNode json() {
    if (body.isEmpty()) {
      return Json.object();
    }
    String type = header("Content-Type").orElse("");
    if (!type.matches("(?i)application/json\\s*(;.*)?")) {
      throw InvalidParameters.unknown("Content-Type " + type);
    }
    if (parsed() instanceof ObjectNode object) {
      return object;
    }
    throw Refusal.invalidJson();
  }

  private JsonNode parsed() {
    try {
      return Json.MAPPER.readTree(body);
    } catch (com.fasterxml.jackson.core.JsonProcessingException _) {
      return MissingNode.getInstance();
    }
  }

  /// Ids of the items that exist already and that this request changes.
  List<Integer> written() {
    List<Integer> ids = new ArrayList<>();
    if (!isWrite()) {
      return ids;
    }
    if (isBatch()) {
      JsonNode batch = parsed();
      batch.path("update").forEach(item -> ids.add(item.path("id").asInt()));
      batch.path("delete").forEach(id -> ids.add(id.asInt()));
    } else {
      Matcher single = SINGLE.matcher(path);
      if (single.matches()) {
        ids.add(Integer.valueOf(single.group(1)));
      }
    }
    return ids.stream().distinct().toList();
  }

  /// How much there is to do: items of a batch, items of a page, else one.
  int size() {
    if (isBatch()) {
      JsonNode batch = parsed();
      return batch.path("create").size()
          + batch.path("update").size()
          + batch.path("delete").size();
    }
    Matcher perPage = Pattern.compile("(?:^|&)per_page=(\\d{1,3})(?:&|$)").matcher(query);
    return perPage.find() ? Integer.parseInt(perPage.group(1)) : 1;
  }
}
