package dev.trueup.store.woocommerce;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What is asked for: a path below `/wp-json/`, and parameters.
record Query(String path, SortedMap<String, String> parameters) {
  Query {
    parameters = new TreeMap<>(parameters);
  }

  static Query of(String path) {
    return new Query(path, new TreeMap<>());
  }

  Query with(String name, String value) {
    var more = new TreeMap<>(parameters);
    more.put(name, value);
    return new Query(path, more);
  }

  Query with(String name, long value) {
    return with(name, Long.toString(value));
  }

  Query with(String name, Collection<String> values) {
    return with(name, String.join(",", values));
  }

  /// `a=1&b=2`, encoded as RFC 3986 has it; empty without parameters.
  static String encoded(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
        .collect(Collectors.joining("&"));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
