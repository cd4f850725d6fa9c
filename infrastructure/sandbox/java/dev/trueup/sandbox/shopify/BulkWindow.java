package dev.trueup.sandbox.shopify;

import java.util.Optional;

/// The part of its root connection that one step of a bulk operation reads.
final class BulkWindow {
  private static final int ROOTS_PER_STEP = 500;

  private final Optional<Cursor> after;
  private Optional<Cursor> next = Optional.empty();

  BulkWindow(Optional<Cursor> after) {
    this.after = after;
  }

  PageRequest request() {
    return new PageRequest(ROOTS_PER_STEP, after);
  }

  <T> void served(Page<T> page) {
    next =
        page.hasNext()
            ? Optional.of(page.cursorOf().apply(page.nodes().getLast()))
            : Optional.empty();
  }

  /// Where the next window begins, or empty after the last.
  Optional<Cursor> next() {
    return next;
  }
}
