package dev.trueup.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trueup.compare.FieldDifference;

/// A line of a run as it is answered.
final class ItemView {
  private ItemView() {}

  static ObjectNode of(Line line) {
    var change = line.change();
    ObjectNode view = Json.object();
    view.put("id", change.id());
    view.put("action", change.action().code());
    view.put("name", change.name());
    view.put("sku", change.sku());
    view.put("matchedBy", change.matchedBy());
    var fields = view.putArray("fields");
    for (FieldDifference field : change.fields()) {
      ObjectNode each = fields.addObject();
      each.put("name", field.name());
      each.set("before", Json.value(field.before()));
      each.set("after", Json.value(field.after()));
      if (line.kept().contains(field.name())) {
        each.put("kept", true);
      }
    }
    view.put("decision", line.decision());
    line.outcome().ifPresent(outcome -> view.put("outcome", outcome));
    if (!line.error().isEmpty()) {
      view.put("error", line.error());
    }
    if (!change.note().isEmpty()) {
      view.put("note", change.note());
    }
    view.put("sourceId", change.sourceId().orElse(null));
    view.put("destinationId", change.destinationId().orElse(null));
    ResourceView.of(line.run().resource()).describe(line, view);
    return view;
  }
}
