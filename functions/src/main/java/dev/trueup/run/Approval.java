package dev.trueup.run;

import dev.trueup.plan.Selection;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/// What somebody approves.
///
/// @param digest of the plan they saw
/// @param kept fields to leave as the destination has them, by change
/// @param overrideGuards the names of the guards that shall not stop the plan
/// @param note the person's own words, the reason of an override; empty for none
public record Approval(
    String digest,
    Selection selection,
    Map<Integer, Set<String>> kept,
    Set<String> overrideGuards,
    String note,
    String by) {
  public Approval {
    kept = Map.copyOf(kept);
    overrideGuards = Set.copyOf(overrideGuards);
  }

  Decision at(Instant time) {
    return new Decision(true, digest, selection, kept, by, time, note);
  }

  /// Whether a decision says the same, whoever made it and when.
  boolean sameAs(Decision decision) {
    return decision.approved()
        && decision.digest().equals(digest)
        && decision.selection().equals(selection)
        && decision.kept().equals(kept);
  }
}
