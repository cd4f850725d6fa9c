package dev.trueup.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trueup.catalog.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// Items as a table that can be opened in a spreadsheet: a text that a spreadsheet would take for a
/// formula is led by an apostrophe, a number is a number.
final class CsvTable {
  private static final List<String> FIRST =
      List.of("id", "action", "name", "sku", "matchedBy", "decision", "outcome", "error", "note");
  private static final List<String> IDS = List.of("sourceId", "destinationId");
  private static final String FORMULA = "=+-@\t\r\n";

  private final List<String> columns;
  private final List<String> fields;
  private final StringBuilder text = new StringBuilder();
  private final CSVPrinter printer;
  private int measured;
  private int size;

  CsvTable(Resource resource) {
    columns =
        Stream.of(FIRST, IDS, ResourceView.of(resource.name()).columns())
            .flatMap(List::stream)
            .toList();
    fields = resource.fields();
    try {
      printer = new CSVPrinter(text, CSVFormat.RFC4180);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var header = new ArrayList<>(columns);
    fields.forEach(field -> header.addAll(List.of(field + " before", field + " after")));
    print(header);
  }

  void add(ObjectNode item) {
    var cells = new ArrayList<String>();
    columns.forEach(column -> cells.add(cell(item.path(column))));
    for (String field : fields) {
      JsonNode difference = difference(item, field);
      cells.add(cell(difference.path("before")));
      cells.add(cell(difference.path("after")));
    }
    print(cells);
  }

  /// How long the table is inside a JSON text, which is how a Lambda function answers.
  int size() {
    for (; measured < text.length(); measured++) {
      char c = text.charAt(measured);
      if (c == '"' || c == '\\' || c == '\r' || c == '\n') {
        size += 2;
      } else if (c < ' ') {
        size += 6;
      } else {
        size += c < 0x80 ? 1 : 3;
      }
    }
    return size;
  }

  String text() {
    return text.toString();
  }

  private void print(List<String> cells) {
    try {
      printer.printRecord(cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
      return safe(String.join(", ", value.valueStream().map(JsonNode::asText).toList()));
    }
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    return value.isTextual() ? safe(value.textValue()) : value.asText();
  }

  private static String safe(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
