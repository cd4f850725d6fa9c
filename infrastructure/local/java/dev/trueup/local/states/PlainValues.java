package dev.trueup.local.states;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// JSON to and from the maps, lists and numbers that the JSONata library works on.
///
/// Inside maps and lists it takes Java's null for JSON's; at the top Java's null is *undefined*.
final class PlainValues {
  private static final double EXACT = 1L << 53;

  private PlainValues() {}

  static Object of(JsonNode node) {
    Object inner = inner(node);
    return inner == null ? Jsonata.NULL_VALUE : inner;
  }

  private static @Nullable Object inner(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        node.properties().forEach(member -> map.put(member.getKey(), inner(member.getValue())));
        yield map;
      }
      case ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>(node.size());
        node.forEach(element -> list.add(inner(element)));
        yield list;
      }
      case STRING -> node.textValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> number(node);
      case NULL, MISSING -> null;
      case BINARY, POJO -> throw new IllegalArgumentException("not JSON: " + node);
    };
  }

  private static Object number(JsonNode node) {
    if (node.canConvertToInt() && node.isIntegralNumber()) {
      return node.intValue();
    }
    return node.canConvertToLong() && node.isIntegralNumber()
        ? (Object) node.longValue()
        : (Object) node.doubleValue();
  }

  /// @throws IllegalArgumentException if the value is nothing that JSON can say
  static JsonNode toJson(@Nullable Object value) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return switch (value) {
      case null -> NullNode.instance;
      case Object o when Jsonata.NULL_VALUE.equals(o) -> NullNode.instance;
      case String s -> json.textNode(s);
      case Boolean b -> json.booleanNode(b);
      case Integer i -> json.numberNode(i);
      case Long l -> json.numberNode(l);
      case Number n -> fraction(n.doubleValue());
      case Map<?, ?> map -> {
        ObjectNode object = json.objectNode();
        map.forEach((name, member) -> object.set(String.valueOf(name), toJson(member)));
        yield object;
      }
      case List<?> list -> {
        ArrayNode array = json.arrayNode();
        list.forEach(element -> array.add(toJson(element)));
        yield array;
      }
      default -> throw new IllegalArgumentException("the result is a function, not JSON");
    };
  }

  private static JsonNode fraction(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("the result is not a finite number");
    }
    return value == Math.rint(value) && Math.abs(value) < EXACT
        ? JsonNodeFactory.instance.numberNode((long) value)
        : JsonNodeFactory.instance.numberNode(value);
  }
}
