package dev.trueup.store.export;

import java.util.List;
import java.util.regex.Pattern;

/// Several values in one cell.
final class CellList {
  private static final Pattern COMMA = Pattern.compile(",");
  private static final Pattern BARE_COMMA = Pattern.compile("(?<!\\\\),");

  private CellList() {}

  /// Values between commas.
  static List<String> plain(String cell) {
    return values(cell, COMMA);
  }

  /// Values between commas, where `\,` is a comma inside a value. Source:
  /// WC_CSV_Exporter::implode_values.
  static List<String> escaped(String cell) {
    return values(cell, BARE_COMMA).stream().map(value -> value.replace("\\,", ",")).toList();
  }

  private static List<String> values(String cell, Pattern separator) {
    return separator
        .splitAsStream(cell)
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }
}
