package dev.trueup.store.export;

import java.util.List;

/// A column of a platform's product export.
interface ExportColumn {
  /// The headers it is known by.
  List<String> headers();

  /// Whether an export without it cannot be read.
  boolean required();

  /// How a message names it when the file lacks it.
  String expected();
}
