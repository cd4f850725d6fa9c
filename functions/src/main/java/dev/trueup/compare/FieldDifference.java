package dev.trueup.compare;

import dev.trueup.catalog.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One field that is not as it should be.
///
/// @param before what the destination has
/// @param after what it should have
public record FieldDifference(String name, Value before, Value after) {

  /// The fields of `wanted` that `found` has otherwise, in the order of `order`. A field that is
  /// not in `wanted` is not compared, and so never written.
  public static List<FieldDifference> between(
      List<String> order, Map<String, Value> wanted, Map<String, Value> found) {
    var differences = new ArrayList<FieldDifference>();
    for (String field : order) {
      Value after = wanted.get(field);
      Value before = found.getOrDefault(field, Value.absent());
      if (after != null && !after.equals(before)) {
        differences.add(new FieldDifference(field, before, after));
      }
    }
    return differences;
  }
}
