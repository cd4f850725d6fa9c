package dev.trueup.sandbox.shopify;

import java.util.Map;

/// A refusal that Shopify reports at the top level of the answer, in `errors`, with a code.
final class ApiException extends RuntimeException {
  private final String code;
  private final transient Map<String, Object> extensions;

  ApiException(String code, String message) {
    this(code, message, Map.of());
  }

  ApiException(String code, String message, Map<String, Object> extensions) {
    super(message);
    this.code = code;
    this.extensions = Map.copyOf(extensions);
  }

  static ApiException notSimulated(String what) {
    return new ApiException("NOT_SIMULATED", "The sandbox does not simulate " + what + ".");
  }

  String code() {
    return code;
  }

  Map<String, Object> extensions() {
    return extensions;
  }
}
