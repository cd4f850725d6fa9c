package dev.trueup.store.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Keeps a bad row from spoiling the others: notes why it was left out, and that no id comes twice.
final class AcceptedRows {
  private final Map<String, CsvRow> rowsById = new HashMap<>();
  private final List<String> rejected = new ArrayList<>();

  List<String> rejected() {
    return List.copyOf(rejected);
  }

  /// What the row says; empty, and noted, when it cannot be understood.
  <T> Optional<T> attempt(Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (ExportException e) {
      rejected.add(e.getMessage());
      return Optional.empty();
    }
  }

  Optional<ExportedVariant> variant(CsvRow row, Supplier<ExportedVariant> reading) {
    return attempt(() -> {
      ExportedVariant variant = reading.get();
      CsvRow earlier = rowsById.putIfAbsent(variant.id(), row);
      if (earlier != null) {
        throw row.refused("'" + variant.id() + "' is already described in row " + earlier.number());
      }
      return variant;
    });
  }
}
