package dev.trueup.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// The description of the API as a page.
final class DocsPage {
  private static final String TEXT = text();
  private static final JsonNode API = Json.read(TEXT);
  private static final int DEEPEST = 4;

  private DocsPage() {}

  /// A call of the API.
  record Operation(
      String method,
      String path,
      String summary,
      String description,
      List<Entry> parameters,
      String body,
      List<Entry> answers) {
    String id() {
      return (method + path).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
  }

  /// A name and what it stands for.
  record Entry(String name, String kind, String text) {}

  static Response show(PageCall call) {
    return Html.page(
        200,
        "docs",
        Map.of(
            "frame",
            new Frame("API", "docs", call.visitor(), false),
            "title",
            API.at("/info/title").asText(),
            "description",
            API.at("/info/description").asText(),
            "operations",
            operations(),
            "shapes",
            shapes()));
  }

  static Response json(PageCall call) {
    Objects.requireNonNull(call);
    return Response.of(200, "application/json", TEXT);
  }

  private static List<Operation> operations() {
    var operations = new ArrayList<Operation>();
    API.path("paths")
        .properties()
        .forEach(path ->
            path.getValue().properties().stream()
                .filter(method -> method.getValue().has("responses"))
                .forEach(method ->
                    operations.add(
                        operation(
                            method.getKey(), path.getKey(), path.getValue(), method.getValue()))));
    return operations;
  }

  private static Operation operation(
      String method, String path, JsonNode around, JsonNode operation) {
    var parameters = new ArrayList<Entry>();
    for (JsonNode list : List.of(around.path("parameters"), operation.path("parameters"))) {
      for (JsonNode given : list) {
        JsonNode parameter = resolved(given);
        parameters.add(
            new Entry(
                parameter.path("name").asText(),
                parameter.path("in").asText(),
                parameter.path("description").asText()));
      }
    }
    var answers = new ArrayList<Entry>();
    operation
        .path("responses")
        .properties()
        .forEach(answer ->
            answers.add(
                new Entry(
                    answer.getKey(),
                    kind(resolved(answer.getValue()).path("content")),
                    resolved(answer.getValue()).path("description").asText())));
    return new Operation(
        method.toUpperCase(Locale.ROOT),
        path,
        operation.path("summary").asText(),
        operation.path("description").asText(),
        parameters,
        kind(resolved(operation.path("requestBody")).path("content")),
        answers);
  }

  /// The name of the shape, or its outline.
  private static String kind(JsonNode content) {
    for (JsonNode media : content) {
      return outline(media.path("schema"), 0);
    }
    return "";
  }

  private static List<Entry> shapes() {
    var shapes = new ArrayList<Entry>();
    API.at("/components/schemas")
        .properties()
        .forEach(shape ->
            shapes.add(
                new Entry(
                    shape.getKey(),
                    outline(shape.getValue(), 0),
                    shape.getValue().path("description").asText())));
    return shapes;
  }

  private static String outline(JsonNode schema, int depth) {
    if (schema.has("$ref")) {
      String ref = schema.path("$ref").asText();
      return ref.substring(ref.lastIndexOf('/') + 1);
    }
    if (depth > DEEPEST) {
      return "…";
    }
    if (schema.has("properties")) {
      var lines = new StringBuilder("{\n");
      String indent = "  ".repeat(depth + 1);
      schema
          .path("properties")
          .properties()
          .forEach(property ->
              lines
                  .append(indent)
                  .append(property.getKey())
                  .append(": ")
                  .append(outline(property.getValue(), depth + 1))
                  .append('\n'));
      return lines.append("  ".repeat(depth)).append('}').toString();
    }
    return plain(schema, depth);
  }

  private static String plain(JsonNode schema, int depth) {
    for (String several : List.of("oneOf", "anyOf", "allOf")) {
      if (schema.has(several)) {
        var parts = new ArrayList<String>();
        schema.path(several).forEach(part -> parts.add(outline(part, depth + 1)));
        return String.join(several.equals("allOf") ? " & " : " | ", parts);
      }
    }
    if (schema.has("items")) {
      return "[" + outline(schema.path("items"), depth + 1) + "]";
    }
    if (schema.has("enum")) {
      var words = new ArrayList<String>();
      schema.path("enum").forEach(word -> words.add(word.asText()));
      return String.join(" | ", words);
    }
    if (schema.has("const")) {
      return schema.path("const").asText();
    }
    JsonNode type = schema.path("type");
    if (type.isArray()) {
      var types = new ArrayList<String>();
      type.forEach(each -> types.add(each.asText()));
      return String.join(" | ", types);
    }
    return type.asText("anything");
  }

  private static JsonNode resolved(JsonNode node) {
    String ref = node.path("$ref").asText();
    return ref.isEmpty() ? node : API.at(ref.substring(1));
  }

  private static String text() {
    try (InputStream file = DocsPage.class.getResourceAsStream("/openapi.json")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
