package dev.trueup.store;

import dev.trueup.catalog.StoreRecord;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Some records of a store.
///
/// @param cursor where to read on, or null when this was the last page
/// @param rejected records the store gave that cannot be understood, a sentence each
public record RecordPage(
    List<StoreRecord> records, List<String> rejected, @Nullable String cursor) {
  public RecordPage {
    records = List.copyOf(records);
    rejected = List.copyOf(rejected);
  }

  public Optional<String> next() {
    return Optional.ofNullable(cursor);
  }
}
