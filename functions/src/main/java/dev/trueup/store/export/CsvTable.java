package dev.trueup.store.export;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// A CSV file as a header and rows, whatever separator and byte order mark a spreadsheet left in
/// it.
///
/// @param file the name used in messages
/// @param rows the rows below the header that are not blank
record CsvTable(String file, CsvHeader header, List<CsvRow> rows) {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String SEPARATORS = ",;\t";

  CsvTable {
    rows = List.copyOf(rows);
  }

  static CsvTable parse(String file, String text) {
    String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(separator(content))
            .setIgnoreEmptyLines(false)
            .get();
    try (CSVParser parser = CSVParser.parse(new StringReader(content), format)) {
      return of(file, parser.getRecords());
    } catch (IOException | UncheckedIOException e) {
      throw new ExportException(file + " is not a well-formed CSV file: " + e.getMessage(), e);
    }
  }

  private static CsvTable of(String file, List<CSVRecord> records) {
    if (records.isEmpty() || isBlank(records.getFirst())) {
      throw new ExportException(file + " does not start with a row of column names");
    }
    CsvHeader header = CsvHeader.of(records.getFirst().toList());
    List<CsvRow> rows =
        records.stream()
            .skip(1)
            .filter(record -> !isBlank(record))
            .map(record -> new CsvRow(file, header, record.getRecordNumber(), record.toList()))
            .toList();
    return new CsvTable(file, header, rows);
  }

  private static boolean isBlank(CSVRecord record) {
    return record.stream().allMatch(String::isBlank);
  }

  /// The separator that the header row uses most, outside quotes.
  private static char separator(String content) {
    int[] counts = new int[SEPARATORS.length()];
    boolean quoted = false;
    for (int i = 0; i < content.length() && (quoted || content.charAt(i) != '\n'); i++) {
      char character = content.charAt(i);
      quoted ^= character == '"';
      int separator = SEPARATORS.indexOf(character);
      if (!quoted && separator >= 0) {
        counts[separator]++;
      }
    }
    int most = 0;
    for (int i = 1; i < counts.length; i++) {
      most = counts[i] > counts[most] ? i : most;
    }
    return SEPARATORS.charAt(most);
  }
}
