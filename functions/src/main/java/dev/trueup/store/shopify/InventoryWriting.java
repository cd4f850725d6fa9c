package dev.trueup.store.shopify;

import dev.trueup.store.Outcome;
import dev.trueup.store.Write;
import java.util.ArrayList;
import java.util.List;

/// One call of [ShopifyInventory#write]: what Shopify has no state for is refused, tracking is
/// switched, then all quantities are set.
final class InventoryWriting {
  private final TrackingWriter tracking;
  private final QuantityWriter quantities;
  private final Outcomes outcomes;

  InventoryWriting(TrackingWriter tracking, QuantityWriter quantities, Outcomes outcomes) {
    this.tracking = tracking;
    this.quantities = quantities;
    this.outcomes = outcomes;
  }

  List<Outcome> write(List<Write> writes) {
    var rows = new ArrayList<QuantityRow>();
    var switches = new ArrayList<TrackingWriter.Switch>();
    for (int i = 0; i < writes.size(); i++) {
      Write write = writes.get(i);
      switch (InventoryChange.of(write)) {
        case InventoryChange.Impossible(String reason) ->
            outcomes.decide(i, new Outcome.Refused(reason));
        case InventoryChange.SetQuantity(int from, int to) ->
            rows.add(new QuantityRow(i, write.ref(), from, to, false));
        case InventoryChange.SwitchTracking wanted ->
            switches.add(new TrackingWriter.Switch(i, write, wanted));
      }
    }
    rows.addAll(tracking.write(switches));
    quantities.write(rows);
    return outcomes.inOrder(writes.size());
  }
}
