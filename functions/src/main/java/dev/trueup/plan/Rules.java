package dev.trueup.plan;

import dev.trueup.catalog.Resource;
import dev.trueup.catalog.StoreRecord;
import dev.trueup.catalog.Value;
import dev.trueup.store.Capabilities;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a resource adds to the engine: which values the destination should have. Everything else
/// (matching, differences, guards, batches, outcomes) is the same for every resource.
public interface Rules {
  Resource resource();

  /// The policies this resource can carry out; others are refused when the run is asked for.
  Set<Policies.MissingInDestination> missingInDestination();

  Set<Policies.MissingInSource> missingInSource();

  Set<Policies.ConflictStrategy> conflictStrategies();

  /// What the destination record should be.
  Wanted wanted(
      StoreRecord source, StoreRecord destination, Policies policies, Capabilities capabilities);

  /// The values of a record that the source does not have, under the policy that writes it; empty
  /// when there is nothing to do about it.
  Optional<Wanted> withoutSource(
      StoreRecord destination, Policies policies, Capabilities capabilities);

  /// Whether these differences take a record to nothing: a quantity that becomes 0.
  boolean zeroes(Change change);

  /// The fields that a write of some fields may have moved, those included: what a rollback has to
  /// look at.
  default Set<String> movedBy(Set<String> written) {
    return written;
  }

  /// What a rule answers.
  sealed interface Wanted {
    /// The values to have; a field left out is not compared.
    ///
    /// @param note what a reviewer should know; empty for nothing
    record Values(Map<String, Value> values, String note) implements Wanted {
      public Values {
        values = Map.copyOf(values);
      }
    }

    /// It differs, and the destination cannot express it.
    record Impossible(Map<String, Value> values, String reason) implements Wanted {
      public Impossible {
        values = Map.copyOf(values);
      }
    }
  }
}
