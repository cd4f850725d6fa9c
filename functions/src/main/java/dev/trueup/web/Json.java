package dev.trueup.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trueup.catalog.Value;

/// JSON as it is read and written here: strictly, and plainly.
final class Json {
  private static final int DEEPEST = 20;
  private static final int LONGEST_NUMBER = 40;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(LONGEST_NUMBER)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private Json() {}

  /// @throws ProblemException when it is not JSON, has a key twice, or is nested too deeply
  static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      var where = e.getLocation();
      throw Problem.of(
              400,
              "the body is not proper JSON: %s%s"
                  .formatted(
                      e.getOriginalMessage(),
                      where == null
                          ? ""
                          : " (line %d, column %d)"
                              .formatted(where.getLineNr(), where.getColumnNr())))
          .exception();
    }
  }

  static String text(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON tree can always be written", e);
    }
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  static ArrayNode array(Iterable<String> texts) {
    ArrayNode array = array();
    texts.forEach(array::add);
    return array;
  }

  /// A value in JSON's own terms: number, boolean, string, array, null.
  static JsonNode value(Value value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (value) {
      case Value.Absent _ -> nodes.nullNode();
      case Value.Text(String text) -> nodes.textNode(text);
      case Value.Whole(long number) -> nodes.numberNode(number);
      case Value.Amount(var amount) -> nodes.numberNode(amount);
      case Value.Flag(boolean set) -> nodes.booleanNode(set);
      case Value.Items(var items) -> {
        ArrayNode array = array();
        items.forEach(item -> array.add(value(item)));
        yield array;
      }
    };
  }
}
