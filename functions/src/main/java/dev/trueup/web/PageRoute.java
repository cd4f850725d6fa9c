package dev.trueup.web;

import java.util.Map;
import java.util.Optional;

/// What answers a method on the path of a page.
record PageRoute(String method, String template, Role needs, Handler handler) {
  interface Handler {
    Response answer(PageCall call);
  }

  Optional<Map<String, String>> match(String path) {
    return Route.match(template, path);
  }
}
