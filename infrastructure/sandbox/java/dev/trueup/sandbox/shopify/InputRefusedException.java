package dev.trueup.sandbox.shopify;

import java.util.List;

/// A query that is refused before it is executed.
final class InputRefusedException extends RuntimeException {
  private final String code;
  private final transient List<String> path;

  InputRefusedException(String code, String message, List<String> path) {
    super(message);
    this.code = code;
    this.path = List.copyOf(path);
  }

  String code() {
    return code;
  }

  List<String> path() {
    return path;
  }
}
