package dev.trueup.local.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A JSON value of a definition in which every string `{% … %}`, however deep, is a JSONata
/// expression.
sealed interface Template {
  /// The value with its expressions evaluated.
  ///
  /// @throws StateFailure `States.QueryEvaluationError` if an expression fails or gives nothing
  JsonNode evaluate(Bindings bindings);

  record Constant(JsonNode value) implements Template {
    @Override
    public JsonNode evaluate(Bindings bindings) {
      return value.deepCopy();
    }
  }

  record Expression(Query query) implements Template {
    @Override
    public JsonNode evaluate(Bindings bindings) {
      return query.evaluate(bindings);
    }
  }

  record Members(Map<String, Template> members) implements Template {
    @Override
    public JsonNode evaluate(Bindings bindings) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      members.forEach((name, member) -> object.set(name, member.evaluate(bindings)));
      return object;
    }
  }

  record Elements(List<Template> elements) implements Template {
    @Override
    public JsonNode evaluate(Bindings bindings) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      elements.forEach(element -> array.add(element.evaluate(bindings)));
      return array;
    }
  }

  /// Reads a value of a definition.
  ///
  /// @param where the state and the field, for messages
  /// @param sees which parts of `$states` the field may use
  static Template parse(JsonNode value, String where, Sees sees) {
    if (value.isTextual() && (value.textValue().startsWith("{%") || isTail(value.textValue()))) {
      return new Expression(Query.parse(value.textValue(), where, sees));
    }
    if (value.isObject()) {
      Map<String, Template> members = new LinkedHashMap<>();
      value
          .properties()
          .forEach(member -> {
            if (member.getKey().endsWith(".$")) {
              throw new DefinitionException(
                  where, "'" + member.getKey() + "' is JSONPath; write a JSONata string");
            }
            members.put(member.getKey(), parse(member.getValue(), where, sees));
          });
      return new Members(members);
    }
    if (value.isArray()) {
      return new Elements(value.valueStream().map(each -> parse(each, where, sees)).toList());
    }
    return new Constant(value);
  }

  private static boolean isTail(String text) {
    return text.endsWith("%}");
  }

  /// Which parts of `$states` a field may use, beside `input` and `context`.
  enum Sees {
    INPUT,
    RESULT,
    ERROR
  }
}
