package dev.trueup.plan;

import java.util.Set;

/// Which changes of a plan are approved. Only changes that can be written are ever selected.
public sealed interface Selection {
  record All() implements Selection {}

  record Include(Set<Integer> seqs) implements Selection {
    public Include {
      seqs = Set.copyOf(seqs);
    }
  }

  record Exclude(Set<Integer> seqs) implements Selection {
    public Exclude {
      seqs = Set.copyOf(seqs);
    }
  }

  default boolean takes(Change change) {
    return change.action().writable()
        && switch (this) {
          case All _ -> true;
          case Include(Set<Integer> seqs) -> seqs.contains(change.seq());
          case Exclude(Set<Integer> seqs) -> !seqs.contains(change.seq());
        };
  }
}
