package dev.trueup.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trueup.catalog.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Items as a table that can be opened in a spreadsheet: a number is a number there.
final class CsvTable {
  private static final List<String> FIRST =
      List.of("id", "action", "name", "sku", "matchedBy", "decision", "outcome", "error", "note");
  private static final List<String> IDS = List.of("sourceId", "destinationId");

  private final List<String> columns;
  private final List<String> fields;
  private final CsvText text;

  CsvTable(Resource resource) {
    columns =
        Stream.of(FIRST, IDS, ResourceView.of(resource.name()).columns())
            .flatMap(List::stream)
            .toList();
    fields = resource.fields();
    var header = new ArrayList<>(columns);
    fields.forEach(field -> header.addAll(List.of(field + " before", field + " after")));
    text = new CsvText(header);
  }

  void add(ObjectNode item) {
    var cells = new ArrayList<String>();
    columns.forEach(column -> cells.add(cell(item.path(column))));
    for (String field : fields) {
      JsonNode difference = difference(item, field);
      cells.add(cell(difference.path("before")));
      cells.add(cell(difference.path("after")));
    }
    text.add(cells);
  }

  /// How long the table is inside a JSON text.
  int size() {
    return text.size();
  }

  /// An answer that is saved as a file.
  Response response(String fileName) {
    return text.response(fileName);
  }

  private static JsonNode difference(ObjectNode item, String field) {
    for (JsonNode difference : item.path("fields")) {
      if (difference.path("name").asText().equals(field)) {
        return difference;
      }
    }
    return item.path("fields").path(-1);
  }

  private static String cell(JsonNode value) {
    if (value.isArray()) {
      return CsvText.safe(String.join(", ", value.valueStream().map(JsonNode::asText).toList()));
    }
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    return value.isTextual() ? CsvText.safe(value.textValue()) : value.asText();
  }
}
