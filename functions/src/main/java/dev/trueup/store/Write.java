package dev.trueup.store;

import dev.trueup.catalog.RecordRef;
import dev.trueup.catalog.Value;
import java.util.Map;

/// One record to change.
///
/// @param before what the plan saw, field by field: written only while the store still has it
/// @param after what it should have; exactly the fields to write
public record Write(RecordRef ref, Map<String, Value> before, Map<String, Value> after) {
  public Write {
    before = Map.copyOf(before);
    after = Map.copyOf(after);
  }
}
