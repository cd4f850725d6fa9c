package dev.trueup.sandbox.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One field of an answer: how it is called and what it is of an item.
record Field(String name, BiFunction<Item, View, JsonNode> value) {
  private static final JsonNodeFactory NODES = Json.NODES;

  static Field text(String name, Function<Item, String> value) {
    return new Field(name, (item, _) -> NODES.textNode(value.apply(item)));
  }

  static Field flag(String name, Predicate<Item> value) {
    return new Field(name, (item, _) -> NODES.booleanNode(value.test(item)));
  }

  static Field whole(String name, Function<Item, @Nullable Integer> value) {
    return new Field(
        name,
        (item, _) -> {
          Integer number = value.apply(item);
          return number == null ? NullNode.instance : NODES.numberNode(number);
        });
  }

  static Field node(String name, Function<Item, JsonNode> value) {
    return new Field(name, (item, _) -> value.apply(item));
  }

  /// A field that is kept as written and has this value until it is.
  static Field kept(String name, Supplier<JsonNode> otherwise) {
    return new Field(name, (item, _) -> item.other(name).orElseGet(otherwise));
  }

  static Field kept(String name, String otherwise) {
    return kept(name, () -> NODES.textNode(otherwise));
  }

  static Field kept(String name, boolean otherwise) {
    return kept(name, () -> NODES.booleanNode(otherwise));
  }

  static Field kept(String name, int otherwise) {
    return kept(name, () -> NODES.numberNode(otherwise));
  }

  static Field keptOrNull(String name) {
    return kept(name, NullNode::getInstance);
  }

  static Field keptList(String name) {
    return kept(name, Json::array);
  }
}
