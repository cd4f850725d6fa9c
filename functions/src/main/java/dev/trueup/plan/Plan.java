package dev.trueup.plan;

import dev.trueup.compare.Links;
import java.util.List;

/// The changes of one run, numbered from 1 in the order they are shown and written: by name, so
/// that the variants of a product stay together.
///
/// @param links the pairs that are certain enough to be remembered: recognised by a link, or by the
///   resource's best key
public record Plan(List<Change> changes, Tally tally, Links links) {
  public Plan {
    changes = List.copyOf(changes);
  }
}
