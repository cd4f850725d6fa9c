package dev.trueup.store.export;

import java.util.Arrays;
import java.util.List;

/// Several values in one cell.
final class CellList {
  private CellList() {}

  /// Values between commas.
  static List<String> plain(String cell) {
    return values(cell, ",");
  }

  /// Values between commas, where `\,` is a comma inside a value. Source:
  /// WC_CSV_Exporter::implode_values.
  static List<String> escaped(String cell) {
    return values(cell, "(?<!\\\\),").stream().map(value -> value.replace("\\,", ",")).toList();
  }

  private static List<String> values(String cell, String separator) {
    return Arrays.stream(cell.split(separator, -1))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }
}
