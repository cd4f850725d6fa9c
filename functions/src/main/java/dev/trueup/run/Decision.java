package dev.trueup.run;

import dev.trueup.plan.Selection;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/// What a person decided about one digest.
///
/// @param kept fields a reviewer chose to leave as the destination has them, by change
/// @param note the person's own words; empty for none
public record Decision(
    boolean approved,
    String digest,
    Selection selection,
    Map<Integer, Set<String>> kept,
    String by,
    Instant at,
    String note) {
  public Decision {
    kept = Map.copyOf(kept);
  }
}
