package dev.trueup.run;

import dev.trueup.store.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One write request of a batch: recorded before it is sent, settled afterwards. One that is found
/// unsettled was sent by a worker that died, or is being sent: its changes are read back before
/// anything else is sent.
///
/// @param number from 1 within the batch
/// @param seqs the places of its changes
/// @param outcomes by place; empty until it is settled
public record Attempt(int batch, int number, List<Integer> seqs, Map<Integer, Outcome> outcomes) {
  public Attempt {
    seqs = List.copyOf(seqs);
    outcomes = Map.copyOf(outcomes);
    if (!outcomes.isEmpty() && !outcomes.keySet().containsAll(seqs)) {
      throw new IllegalArgumentException("a settled attempt has an outcome for each change");
    }
  }

  public static Attempt begun(int batch, int number, List<Integer> seqs) {
    return new Attempt(batch, number, seqs, Map.of());
  }

  public boolean settled() {
    return !outcomes.isEmpty();
  }

  /// The same with its outcomes, one per change in order.
  public Attempt settled(List<Outcome> inOrder) {
    var bySeq = new LinkedHashMap<Integer, Outcome>();
    for (int i = 0; i < seqs.size(); i++) {
      bySeq.put(seqs.get(i), inOrder.get(i));
    }
    return new Attempt(batch, number, seqs, bySeq);
  }
}
