package dev.trueup.store;

import dev.trueup.catalog.Value;
import java.util.Map;

/// What became of one change.
public sealed interface Outcome {

  /// Written: the store has the values of the plan.
  record Applied() implements Outcome {}

  /// The store had the values of the plan already; nothing was written.
  record AlreadySo() implements Outcome {}

  /// It moved since the plan; nothing was written.
  ///
  /// @param found what the store has now
  record Conflict(Map<String, Value> found, String reason) implements Outcome {
    public Conflict {
      found = Map.copyOf(found);
    }
  }

  /// The store or its platform will not take it, now or later.
  record Refused(String reason) implements Outcome {}

  /// It was tried and did not work; nothing was written.
  record Failed(String reason) implements Outcome {}

  /// It was sent and nobody knows whether it took effect.
  record Unknown(String reason) implements Outcome {}

  /// The word used in the API, in counters and in the ledger.
  default String word() {
    return switch (this) {
      case Applied _ -> "applied";
      case AlreadySo _ -> "alreadySo";
      case Conflict _ -> "conflict";
      case Refused _ -> "refused";
      case Failed _ -> "failed";
      case Unknown _ -> "unknown";
    };
  }

  /// Why it is not as the plan wanted; empty when it is.
  default String error() {
    return switch (this) {
      case Applied _, AlreadySo _ -> "";
      case Conflict(_, String reason) -> reason;
      case Refused(String reason) -> reason;
      case Failed(String reason) -> reason;
      case Unknown(String reason) -> reason;
    };
  }
}
