package dev.trueup.store.export;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The header row of a file: which column stands where, under any of its names.
///
/// @param names the headers as they are
/// @param positions the position of every header, by [#key(String)]
/// @param known the positions of the columns of both platforms
record CsvHeader(
    List<String> names, Map<String, Integer> positions, Map<ExportColumn, Integer> known) {
  CsvHeader {
    names = List.copyOf(names);
    positions = Map.copyOf(positions);
    known = Map.copyOf(known);
  }

  static CsvHeader of(List<String> headers) {
    Map<String, Integer> positions = new HashMap<>();
    for (int i = 0; i < headers.size(); i++) {
      positions.putIfAbsent(key(headers.get(i)), i);
    }
    Map<ExportColumn, Integer> known = new HashMap<>();
    Stream.<ExportColumn>concat(
            Arrays.stream(ShopifyColumn.values()), Arrays.stream(WooCommerceColumn.values()))
        .forEach(column ->
            first(positions, column.headers()).ifPresent(position -> known.put(column, position)));
    return new CsvHeader(headers, positions, known);
  }

  /// The position of the first of these headers that the file has.
  Optional<Integer> position(String... headers) {
    return first(positions, List.of(headers));
  }

  boolean has(ExportColumn column) {
    return known.containsKey(column);
  }

  /// The column's name in this file, or the expected one when it has none.
  String name(ExportColumn column) {
    Integer position = known.get(column);
    return position == null ? column.expected() : names.get(position).strip();
  }

  /// The names of the required columns that the file lacks.
  List<String> missing(ExportColumn... columns) {
    return Arrays.stream(columns)
        .filter(column -> column.required() && !has(column))
        .map(ExportColumn::expected)
        .toList();
  }

  private static Optional<Integer> first(Map<String, Integer> positions, List<String> headers) {
    return headers.stream()
        .flatMap(header -> Stream.ofNullable(positions.get(key(header))))
        .findFirst();
  }

  /// A header as it is compared: without case, extra or no-break spaces and curly apostrophes.
  private static String key(String header) {
    String plain = header.replace('\u00A0', ' ').replace('\u202F', ' ').replace('’', '\'');
    return plain.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
