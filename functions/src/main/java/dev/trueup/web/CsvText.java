package dev.trueup.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// A table as text that can be opened in a spreadsheet.
final class CsvText {
  private static final String FORMULA = "=+-@\t\r\n";

  private final StringBuilder text = new StringBuilder();
  private final CSVPrinter printer;
  private int measured;
  private int size;

  CsvText(List<String> header) {
    try {
      printer = new CSVPrinter(text, CSVFormat.RFC4180);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    add(header);
  }

  void add(List<String> cells) {
    try {
      printer.printRecord(cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  /// An answer that is saved as a file.
  Response response(String fileName) {
    return Response.of(200, "text/csv; charset=utf-8; header=present", text.toString())
        .with("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
  }

  /// A text that a spreadsheet would take for a formula is led by an apostrophe.
  static String safe(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
