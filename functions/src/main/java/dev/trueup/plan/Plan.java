package dev.trueup.plan;

import java.util.List;

/// The changes of one run, numbered from 1 in the order they are shown and written: by name, so
/// that the variants of a product stay together.
public record Plan(List<Change> changes, Tally tally) {
  public Plan {
    changes = List.copyOf(changes);
  }
}
