package dev.trueup.sandbox.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The fields of a write, read with PHP's eyes.
///
/// @param batch whether they are an item of a batch: there a null is as if it was not sent, while
///   in a single write it is the empty value
record WriteBody(ObjectNode fields, boolean batch) {
  private static final Pattern NUMBER = Pattern.compile("^\\s*([+-]?\\d+)");

  boolean has(String name) {
    JsonNode value = fields.get(name);
    return value != null && !(batch && value.isNull());
  }

  JsonNode node(String name) {
    return fields.path(name);
  }

  String text(String name) {
    JsonNode value = node(name);
    if (value.isBoolean()) {
      return value.booleanValue() ? "1" : "";
    }
    return value.isNumber() ? value.decimalValue().toPlainString() : value.asText("");
  }

  /// A text that is no number is 0, a fraction is cut off.
  int whole(String name) {
    JsonNode value = node(name);
    if (value.isNumber()) {
      return value.decimalValue().setScale(0, java.math.RoundingMode.DOWN).intValue();
    }
    Matcher number = NUMBER.matcher(text(name));
    return number.find() ? new BigDecimal(number.group(1)).intValue() : 0;
  }

  boolean flag(String name) {
    return text(name).matches("(?i)yes|true|on|1");
  }
}
