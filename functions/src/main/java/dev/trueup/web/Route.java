package dev.trueup.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What answers a method on a path.
///
/// @param template a path whose segments in braces stand for anything: `/api/runs/{id}`
/// @param needs the role it takes
record Route(String method, String template, Role needs, Handler handler) {
  interface Handler {
    Response answer(Call call);
  }

  /// The values of the segments in braces; empty when the path is another one.
  Optional<Map<String, String>> match(String path) {
    return match(template, path);
  }

  static Optional<Map<String, String>> match(String template, String path) {
    List<String> wanted = List.of(template.split("/", -1));
    List<String> found = List.of(path.split("/", -1));
    if (wanted.size() != found.size()) {
      return Optional.empty();
    }
    var variables = new HashMap<String, String>();
    for (int i = 0; i < wanted.size(); i++) {
      String segment = wanted.get(i);
      if (segment.startsWith("{") && !found.get(i).isEmpty()) {
        variables.put(segment.substring(1, segment.length() - 1), found.get(i));
      } else if (!segment.equals(found.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }
}
