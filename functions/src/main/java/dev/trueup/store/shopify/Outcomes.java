package dev.trueup.store.shopify;

import dev.trueup.store.Outcome;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The outcomes of one call, as they become known.
final class Outcomes {
  private final Map<Integer, Outcome> byIndex = new TreeMap<>();
  private boolean anythingSent;

  void decide(int index, Outcome outcome) {
    byIndex.put(index, outcome);
  }

  /// A row whose tracking was switched on is changed by that alone: if the rest did not work, it is
  /// neither as it was nor as it should be, and has to be read back.
  void decide(QuantityRow row, Outcome outcome) {
    decide(row.index(), row.nowTracked() ? halfDone(outcome) : outcome);
  }

  private static Outcome halfDone(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Applied _, Outcome.AlreadySo _ -> new Outcome.Applied();
      case Outcome.Conflict _, Outcome.Refused _, Outcome.Failed _, Outcome.Unknown _ ->
          new Outcome.Unknown("it is tracked now, its quantity may not be set: " + outcome.error());
    };
  }

  /// From now on a failure is the row's, not that of the whole call.
  void sent() {
    anythingSent = true;
  }

  /// The outcome of what a failed exchange carried.
  ///
  /// @throws dev.trueup.store.StoreException when the store has not got anything of this call
  Outcome of(Exchange.Failed failed) {
    if (failed.unclear()) {
      sent();
      return new Outcome.Unknown(failed.problem().sentence());
    }
    if (!anythingSent) {
      throw failed.problem();
    }
    return new Outcome.Failed(failed.problem().sentence());
  }

  List<Outcome> inOrder(int size) {
    List<Outcome> all = List.copyOf(byIndex.values());
    if (all.size() != size) {
      throw new IllegalStateException(size + " writes and " + all.size() + " outcomes");
    }
    return all;
  }
}
