package dev.trueup.compare;

import dev.trueup.catalog.StoreRecord;
import java.util.List;

/// What became of a record in matching; every record that was read is in exactly one match.
public sealed interface Match {

  /// The same thing in both stores.
  ///
  /// @param matchedBy the name of the key that fitted: `link`, `sku`, `name`…
  record Paired(StoreRecord source, StoreRecord destination, String matchedBy) implements Match {}

  /// Only the source has it.
  record SourceOnly(StoreRecord source) implements Match {}

  /// Only the destination has it.
  record DestinationOnly(StoreRecord destination) implements Match {}

  /// A key fits more than one record on at least one side: shown, never written.
  record Ambiguous(
      List<StoreRecord> sources, List<StoreRecord> destinations, String matchedBy, String reason)
      implements Match {
    public Ambiguous {
      sources = List.copyOf(sources);
      destinations = List.copyOf(destinations);
    }
  }
}
