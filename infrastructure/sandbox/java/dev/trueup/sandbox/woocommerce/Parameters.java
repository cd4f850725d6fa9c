package dev.trueup.sandbox.woocommerce;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The query parameters of a request, decoded, in the order sent.
record Parameters(Map<String, String> values) {
  static final Parameters NONE = new Parameters(Map.of());

  /// @param query as sent, still encoded
  static Parameters parse(String query) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      String name = decode(parts[0]);
      String value = parts.length == 2 ? decode(parts[1]) : "";
      boolean list = name.matches(".+\\[\\d*]");
      String bare = list ? name.substring(0, name.lastIndexOf('[')) : name;
      if (values.containsKey(bare) && !list) {
        InvalidParameters invalid = new InvalidParameters();
        invalid.add(bare, "sandbox_repeated_param", bare + " is given more than once.");
        invalid.refuseIfAny();
      }
      values.merge(bare, value, (before, next) -> before + "," + next);
    }
    return new Parameters(values);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  void check(Map<String, ParameterRule> rules) {
    InvalidParameters invalid = new InvalidParameters();
    values.forEach((name, value) -> {
      ParameterRule rule = rules.get(name);
      if (rule == null) {
        invalid.addUnknown(name);
      } else {
        rule.check(name, value, invalid);
      }
    });
    invalid.refuseIfAny();
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  int whole(String name, int otherwise) {
    return text(name).map(Integer::parseInt).orElse(otherwise);
  }

  Optional<Boolean> flag(String name) {
    return text(name).map(value -> value.equalsIgnoreCase("true") || value.equals("1"));
  }

  /// Empty also when the parameter is there and has no value.
  Optional<List<Integer>> ids(String name) {
    return text(name)
        .map(value -> Arrays.stream(value.split("[\\s,]+", -1)).map(Integer::valueOf).toList());
  }
}
