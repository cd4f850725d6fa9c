package dev.trueup.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A plan as a person reads it in a terminal.
final class PlanText {
  private static final int MOST_LINES = 25;
  private static final int NAME_WIDTH = 44;
  private static final int SKU_WIDTH = 24;
  private static final Map<String, String> SYMBOLS =
      Map.of(
          "update", "~",
          "zero", "0",
          "unpublish", "-",
          "missing-in-destination", ">",
          "missing-in-source", "<",
          "ambiguous", "?",
          "refused", "!");

  private PlanText() {}

  /// @param run a run as the API gives it
  /// @param items the first of its items as the API gives them
  static String of(JsonNode run, JsonNode items) {
    var lines = new ArrayList<String>();
    lines.add(head(run));
    lines.add("");
    int total = 0;
    for (JsonNode item : items) {
      if (++total <= MOST_LINES) {
        lines.add(line(item));
      }
    }
    if (total > MOST_LINES) {
      lines.add("  … and more: GET " + run.path("links").path("items").asText());
    }
    lines.add("");
    lines.add(summary(run.path("counts")));
    for (JsonNode guard : run.path("guards")) {
      if (guard.path("tripped").asBoolean()) {
        lines.add(
            "Stopped by the guard %s: %s, the limit is %s."
                .formatted(
                    guard.path("name").asText(),
                    guard.path("value").asText(),
                    guard.path("limit").asText()));
      }
    }
    return String.join("\n", lines);
  }

  private static String head(JsonNode run) {
    boolean wooCommerce = run.path("sourceOfTruth").asText().equals("woocommerce");
    return "%s: %s is right, %s would be changed"
        .formatted(
            run.path("resource").asText(),
            wooCommerce ? "WooCommerce" : "Shopify",
            wooCommerce ? "Shopify" : "WooCommerce");
  }

  private static String line(JsonNode item) {
    String action = item.path("action").asText();
    return "  %s %s %s %s"
        .formatted(
            SYMBOLS.getOrDefault(action, " "),
            cell(item.path("name").asText(), NAME_WIDTH),
            cell(item.path("sku").asText(), SKU_WIDTH),
            fields(item));
  }

  private static String fields(JsonNode item) {
    List<String> fields = new ArrayList<>();
    for (JsonNode field : item.path("fields")) {
      fields.add(
          "%s %s → %s"
              .formatted(
                  field.path("name").asText(),
                  value(field.path("before")),
                  value(field.path("after"))));
    }
    String note = item.path("error").asText("");
    if (!note.isEmpty()) {
      fields.add(note);
    }
    return String.join(", ", fields);
  }

  private static String value(JsonNode value) {
    return value.isNull() ? "none" : value.asText();
  }

  private static String cell(String text, int width) {
    String plain =
        text.codePoints().limit(width).mapToObj(Character::toString).collect(Collectors.joining());
    return String.format("%-" + width + "s", plain);
  }

  private static String summary(JsonNode counts) {
    return "Plan: %d to write, %d refused, %d ambiguous, %d only in the source, %d only in the destination; %d of %d and %d records match."
        .formatted(
            counts.path("differences").asInt(),
            counts.path("refused").asInt(),
            counts.path("ambiguous").asInt(),
            counts.path("missingInDestination").asInt(),
            counts.path("missingInSource").asInt(),
            counts.path("matched").asInt(),
            counts.path("sourceRead").asInt(),
            counts.path("destinationRead").asInt());
  }
}
