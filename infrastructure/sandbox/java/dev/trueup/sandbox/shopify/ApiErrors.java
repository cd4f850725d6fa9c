package dev.trueup.sandbox.shopify;

import graphql.GraphQLError;
import graphql.language.SourceLocation;
import graphql.validation.ValidationError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Top-level errors as Shopify writes them.
final class ApiErrors {
  private ApiErrors() {}

  static Map<String, Object> of(GraphQLError error) {
    Map<String, Object> extensions = new LinkedHashMap<>();
    @Nullable Map<String, Object> given = error.getExtensions();
    if (given != null) {
      extensions.putAll(given);
    }
    if (error instanceof ValidationError validation) {
      extensions.put("code", code(validation));
    }
    return of(error.getMessage(), error.getLocations(), error.getPath(), extensions);
  }

  static Map<String, Object> of(
      String message,
      @Nullable List<SourceLocation> locations,
      @Nullable List<?> path,
      Map<String, Object> extensions) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("message", message);
    if (locations != null && !locations.isEmpty()) {
      error.put(
          "locations",
          locations.stream()
              .map(at -> Map.of("line", at.getLine(), "column", at.getColumn()))
              .toList());
    }
    if (path != null && !path.isEmpty()) {
      error.put("path", path);
    }
    if (!extensions.isEmpty()) {
      error.put("extensions", extensions);
    }
    return error;
  }

  static Map<String, Object> throttled() {
    return of(
        "Throttled",
        null,
        null,
        Map.of("code", "THROTTLED", "documentation", "https://shopify.dev/api/usage/rate-limits"));
  }

  static Map<String, Object> tooDear(int cost, int limit) {
    return of(
        "Query cost is "
            + cost
            + ", which exceeds the single query max cost limit ("
            + limit
            + ").",
        null,
        null,
        Map.of(
            "code",
            "MAX_COST_EXCEEDED",
            "cost",
            cost,
            "maxCost",
            limit,
            "documentation",
            "https://shopify.dev/api/usage/rate-limits"));
  }

  static Map<String, Object> internal(String requestId) {
    return of(
        "Internal error. Looks like something went wrong on our end.\nRequest ID: "
            + requestId
            + " (include this in support requests).",
        null,
        null,
        Map.of("code", "INTERNAL_SERVER_ERROR", "requestId", requestId));
  }

  private static String code(ValidationError error) {
    String type = String.valueOf(error.getValidationErrorType());
    return switch (type) {
      case "FieldUndefined" -> "undefinedField";
      case "MissingFieldArgument" -> "missingRequiredArguments";
      case "UnknownArgument" -> "argumentNotAccepted";
      case "WrongType" -> "argumentLiteralsIncompatible";
      case "UndefinedVariable" -> "variableNotDefined";
      case "UnusedVariable" -> "variableNotUsed";
      default -> type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
    };
  }
}
