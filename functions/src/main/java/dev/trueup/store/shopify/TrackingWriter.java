package dev.trueup.store.shopify;

import dev.trueup.catalog.Inventory;
import dev.trueup.catalog.RecordRef;
import dev.trueup.catalog.StoreRecord;
import dev.trueup.catalog.Value;
import dev.trueup.store.Outcome;
import dev.trueup.store.StoreException;
import dev.trueup.store.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Switches the counting of stock on and off, item by item. `inventoryItemUpdate` compares nothing,
/// so the items are read just before; it is absolute, so it may be sent twice.
final class TrackingWriter {
  private static final List<String> COMPARED = List.of(Inventory.TRACKED, Inventory.QUANTITY);

  private final ShopifyClient client;
  private final InventoryLookup lookup;
  private final Instant deadline;
  private final Outcomes outcomes;

  TrackingWriter(
      ShopifyClient client, InventoryLookup lookup, Instant deadline, Outcomes outcomes) {
    this.client = client;
    this.lookup = lookup;
    this.deadline = deadline;
    this.outcomes = outcomes;
  }

  /// @param index of the write
  record Switch(int index, Write write, InventoryChange.SwitchTracking wanted) {
    RecordRef ref() {
      return write.ref();
    }
  }

  /// @return the rows whose quantity is still to be set
  /// @throws StoreException when nothing was sent
  List<QuantityRow> write(List<Switch> switches) {
    Map<String, StoreRecord> found = lookup.find(switches.stream().map(Switch::ref).toList());
    var switchedOn = new ArrayList<Switch>();
    for (Switch wanted : switches) {
      Optional<Outcome> decided =
          decideUnsent(wanted.write(), found.get(wanted.ref().id())).or(() -> send(wanted));
      decided.ifPresentOrElse(
          outcome -> outcomes.decide(wanted.index(), outcome), () -> switchedOn.add(wanted));
    }
    return quantities(switchedOn);
  }

  /// Empty when it has to be sent.
  private static Optional<Outcome> decideUnsent(Write write, @Nullable StoreRecord found) {
    if (found == null) {
      return Optional.of(new Outcome.Refused("it does not exist on Shopify any more"));
    }
    if (found.restriction() != null) {
      return Optional.of(new Outcome.Refused(found.restriction()));
    }
    if (agrees(found, write.after())) {
      return Optional.of(new Outcome.AlreadySo());
    }
    return agrees(found, write.before())
        ? Optional.empty()
        : Optional.of(
            new Outcome.Conflict(found.values(), "its stock on Shopify changed since the plan"));
  }

  private static boolean agrees(StoreRecord found, Map<String, Value> values) {
    return COMPARED.stream()
        .filter(values::containsKey)
        .allMatch(field -> found.value(field).equals(values.get(field)));
  }

  /// Empty when tracking is on now and a quantity has to follow.
  private Optional<Outcome> send(Switch wanted) {
    Map<String, Object> variables =
        Map.of("id", wanted.ref().id(), "input", Map.of("tracked", wanted.wanted().on()));
    return switch (client.call(Operation.INVENTORY_ITEM_UPDATE, variables, deadline)) {
      case Exchange.Failed failed -> Optional.of(outcomes.of(failed));
      case Exchange.Answered answered -> {
        outcomes.sent();
        List<RowError> errors =
            RowError.of(answered.data().path(Operation.INVENTORY_ITEM_UPDATE.field()));
        yield errors.isEmpty()
            ? Optional.<Outcome>of(new Outcome.Applied())
                .filter(_ -> wanted.wanted().quantity().isEmpty())
            : Optional.of(new Outcome.Failed(errors.getFirst().message()));
      }
    };
  }

  private List<QuantityRow> quantities(List<Switch> switchedOn) {
    try {
      Map<String, StoreRecord> found = lookup.find(switchedOn.stream().map(Switch::ref).toList());
      return switchedOn.stream()
          .flatMap(wanted -> row(wanted, found.get(wanted.ref().id())))
          .toList();
    } catch (StoreException e) {
      switchedOn.forEach(wanted -> outcomes.decide(wanted.index(), halfDone(e.sentence())));
      return List.of();
    }
  }

  private Stream<QuantityRow> row(Switch wanted, @Nullable StoreRecord found) {
    Value has = found == null ? Value.absent() : found.value(Inventory.QUANTITY);
    if (!(has instanceof Value.Whole(long quantity))) {
      outcomes.decide(wanted.index(), halfDone("Shopify does not tell it"));
      return Stream.empty();
    }
    int to = wanted.wanted().quantity().orElseThrow();
    if (quantity == to) {
      outcomes.decide(wanted.index(), new Outcome.Applied());
      return Stream.empty();
    }
    return Stream.of(
        new QuantityRow(wanted.index(), wanted.ref(), Math.toIntExact(quantity), to, true));
  }

  private static Outcome halfDone(String reason) {
    return new Outcome.Unknown("it is tracked now, its quantity may not be set: " + reason);
  }
}
