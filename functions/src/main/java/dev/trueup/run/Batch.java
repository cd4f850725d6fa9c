package dev.trueup.run;

import dev.trueup.plan.Change;
import java.util.ArrayList;
import java.util.List;

/// The changes that travel in one message, by their places in the plan.
///
/// @param number from 1
/// @param ranges ascending, not touching each other
public record Batch(int number, List<Range> ranges) {
  public Batch {
    ranges = List.copyOf(ranges);
    if (ranges.isEmpty()) {
      throw new IllegalArgumentException("batch " + number + " is empty");
    }
  }

  /// Places `from` to `to`, both included.
  public record Range(int from, int to) {}

  public int first() {
    return ranges.getFirst().from();
  }

  public int last() {
    return ranges.getLast().to();
  }

  public int size() {
    return ranges.stream().mapToInt(range -> range.to() - range.from() + 1).sum();
  }

  public boolean holds(Change change) {
    return ranges.stream()
        .anyMatch(range -> range.from() <= change.seq() && change.seq() <= range.to());
  }

  /// A batch of these places, which ascend.
  public static Batch of(int number, List<Integer> seqs) {
    var ranges = new ArrayList<Range>();
    for (int seq : seqs) {
      if (!ranges.isEmpty() && ranges.getLast().to() == seq - 1) {
        ranges.set(ranges.size() - 1, new Range(ranges.getLast().from(), seq));
      } else {
        ranges.add(new Range(seq, seq));
      }
    }
    return new Batch(number, ranges);
  }
}
