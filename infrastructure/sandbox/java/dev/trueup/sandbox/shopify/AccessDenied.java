package dev.trueup.sandbox.shopify;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The refusal of a field whose scope was not granted, worded as Shopify does.
final class AccessDenied {
  private AccessDenied() {}

  static ApiException to(String field, List<String> scopes) {
    String required =
        scopes.stream()
            .map(scope -> "`" + scope + "` access scope")
            .collect(Collectors.joining(" or ", "", "."));
    return new ApiException(
        "ACCESS_DENIED",
        "Access denied for " + field + " field. Required access: " + required,
        Map.of(
            "documentation",
            "https://shopify.dev/api/usage/access-scopes",
            "requiredAccess",
            required));
  }
}
