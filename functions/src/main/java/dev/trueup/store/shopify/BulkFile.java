package dev.trueup.store.shopify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The result of a bulk operation, read line by line while it comes in.
final class BulkFile implements AutoCloseable {
  private final BulkCursor operation;
  private final long length;
  private final BufferedReader lines;
  private long line;

  /// @param length how many lines the operation wrote
  BulkFile(BulkCursor operation, long length, InputStream in) {
    this.operation = operation.at(0);
    this.length = length;
    this.lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  boolean isAt(BulkCursor cursor) {
    return operation.at(line).equals(cursor);
  }

  BulkCursor position() {
    return operation.at(line);
  }

  void skipTo(long to) throws IOException {
    String skipped = "";
    while (skipped != null && line < to) {
      skipped = next();
    }
  }

  /// Null after the last line.
  ///
  /// @throws IOException when it ends before that
  @Nullable String next() throws IOException {
    String next = lines.readLine();
    if (next == null && line < length) {
      throw new IOException("the result ends after line %d of %d".formatted(line, length));
    }
    line += next == null ? 0 : 1;
    return next;
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException _) {
      // Nothing more is wanted of it.
    }
  }
}
