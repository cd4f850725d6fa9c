package dev.trueup.store.export;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row of a file.
///
/// @param number the row as a spreadsheet counts it; the header is row 1
record CsvRow(String file, CsvHeader header, long number, List<String> cells) {
  CsvRow {
    cells = List.copyOf(cells);
  }

  /// The cell without surrounding white space; empty when the row or the file does not have it.
  String text(ExportColumn column) {
    Integer position = header.known().get(column);
    return position == null ? "" : text(position);
  }

  String text(int position) {
    return position < cells.size() ? cells.get(position).strip() : "";
  }

  /// @param text what the column says, where the cell itself needs reading
  int wholeNumber(ExportColumn column, String text) {
    try {
      return new BigDecimal(text).intValueExact();
    } catch (ArithmeticException | NumberFormatException _) {
      throw refused(column, "is '" + text + "' where a whole number is expected");
    }
  }

  /// An amount, with the decimal point or comma of the shop's language; null when empty.
  @Nullable BigDecimal amount(ExportColumn column) {
    String text = text(column);
    try {
      return text.isEmpty() ? null : new BigDecimal(text.replace(',', '.'));
    } catch (NumberFormatException _) {
      throw refused(column, "is '" + text + "' where an amount is expected");
    }
  }

  ExportException refused(ExportColumn column, String why) {
    return refused("'" + header.name(column) + "' " + why);
  }

  ExportException refused(String why) {
    return new ExportException(file + ", row " + number + ": " + why);
  }
}
