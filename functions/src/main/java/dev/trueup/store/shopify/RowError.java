package dev.trueup.store.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trueup.store.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One `userErrors` entry of `inventorySetQuantities`.
///
/// @param row index of the row it names, or -1
/// @param message Shopify's sentence and code
record RowError(Verdict verdict, int row, String message) {

  /// What follows from a code; the table is in [QuantityWriter].
  enum Verdict {
    STALE,
    REFUSED,
    REFUSED_ALL,
    BAD_ROW,
    BAD_REQUEST,
    STILL_RUNNING,
    TRIED_BEFORE
  }

  /// @param payload of the mutation
  static List<RowError> of(JsonNode payload) {
    var errors = new ArrayList<RowError>();
    for (JsonNode error : payload.path("userErrors")) {
      String code = error.path("code").asText("");
      String message = error.path("message").asText("");
      errors.add(
          new RowError(
              verdict(code),
              row(error.path("field")),
              code.isEmpty() ? message : message + " (" + code + ")"));
    }
    return errors;
  }

  private static Verdict verdict(String code) {
    return switch (code) {
      case "CHANGE_FROM_QUANTITY_STALE", "COMPARE_QUANTITY_STALE" -> Verdict.STALE;
      case "INVALID_INVENTORY_ITEM", "NON_MUTABLE_INVENTORY_ITEM" -> Verdict.REFUSED;
      case "INVALID_LOCATION" -> Verdict.REFUSED_ALL;
      case "INVALID_NAME",
          "INVALID_REASON",
          "INVALID_REFERENCE_DOCUMENT",
          "COMPARE_QUANTITY_REQUIRED",
          "IDEMPOTENCY_KEY_PARAMETER_MISMATCH" ->
          Verdict.BAD_REQUEST;
      case "IDEMPOTENCY_CONCURRENT_REQUEST" -> Verdict.STILL_RUNNING;
      case "IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED" -> Verdict.TRIED_BEFORE;
      default -> Verdict.BAD_ROW;
    };
  }

  /// The field is a path such as `["input", "quantities", "2", "changeFromQuantity"]`.
  private static int row(JsonNode field) {
    for (int i = 0; i + 1 < field.size(); i++) {
      String index = field.get(i + 1).asText();
      if (field.get(i).asText().equals("quantities") && index.matches("\\d{1,4}")) {
        return Integer.parseInt(index);
      }
    }
    return -1;
  }

  /// Whether it is about all rows, whichever it names.
  boolean isAboutAllRows() {
    return switch (verdict) {
      case REFUSED_ALL, BAD_REQUEST, STILL_RUNNING, TRIED_BEFORE -> true;
      case STALE, REFUSED, BAD_ROW -> false;
    };
  }

  /// What it means for a row, if nothing else is found out.
  Outcome outcome() {
    return switch (verdict) {
      case STALE -> new Outcome.Conflict(Map.of(), message);
      case REFUSED, REFUSED_ALL -> new Outcome.Refused(message);
      case BAD_ROW, BAD_REQUEST, TRIED_BEFORE -> new Outcome.Failed(message);
      case STILL_RUNNING -> new Outcome.Unknown(message);
    };
  }
}
