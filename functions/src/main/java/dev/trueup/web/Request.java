package dev.trueup.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One HTTP request, wherever it came from.
///
/// @param path as it was sent, without the query
/// @param query decoded; of a name that is repeated, the last value
/// @param headers by name in lower case
/// @param body decoded; empty for none
public record Request(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    String body) {
  public Request {
    query = Map.copyOf(query);
    var lower = new LinkedHashMap<String, String>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    headers = Map.copyOf(lower);
  }

  /// @param name in lower case
  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }
}
