package dev.trueup.store.export;

/// A file that cannot be read as a product export. The message is a sentence for the person who
/// chose the file: it names the file, the row as a spreadsheet counts it, and the column.
public final class ExportException extends RuntimeException {
  ExportException(String message) {
    super(message);
  }

  ExportException(String message, Throwable cause) {
    super(message, cause);
  }
}
