package dev.trueup.sandbox.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Applies the lines of a [Journal] to a freshly seeded catalogue.
record Replay(Catalogue catalogue) {

  void apply(JsonNode line) {
    if (line.path("saved") instanceof ObjectNode item) {
      ItemSnapshot.restore(item, catalogue);
    } else if (line.has("deleted")) {
      catalogue.find(line.path("deleted").intValue()).ifPresent(catalogue::delete);
    } else if (line.has("tag")) {
      catalogue.terms().tagIds(List.of(line.path("tag").textValue()));
    } else if (line.has("category")) {
      catalogue.terms().categoryIds(List.of(line.path("category").textValue()));
    } else {
      throw new IllegalStateException(Journal.FILE + " has a line that says nothing: " + line);
    }
  }
}
