package dev.trueup.store.shopify;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How far the result of a bulk operation was read. Works in another process: Shopify keeps the
/// result for seven days.
///
/// @param operation the number of its id
/// @param line how many lines of its file were read
record BulkCursor(long operation, long line) {
  private static final Pattern TEXT = Pattern.compile("bulk:(\\d+):(\\d+)");

  /// Empty when it is another kind of cursor.
  static Optional<BulkCursor> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new BulkCursor(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
        : Optional.empty();
  }

  /// @param id `gid://shopify/BulkOperation/1`
  static BulkCursor start(String id) {
    return new BulkCursor(Long.parseLong(id.substring(id.lastIndexOf('/') + 1)), 0);
  }

  String id() {
    return "gid://shopify/BulkOperation/" + operation;
  }

  BulkCursor at(long newLine) {
    return new BulkCursor(operation, newLine);
  }

  @Override
  public String toString() {
    return "bulk:" + operation + ":" + line;
  }
}
