package dev.trueup.plan;

import static dev.trueup.catalog.Inventory.OUT_OF_STOCK;
import static dev.trueup.catalog.Inventory.QUANTITY;
import static dev.trueup.catalog.Inventory.STATUS;
import static dev.trueup.catalog.Inventory.TRACKED;

import dev.trueup.catalog.Inventory;
import dev.trueup.catalog.Resource;
import dev.trueup.catalog.StoreRecord;
import dev.trueup.catalog.Value;
import dev.trueup.store.Capabilities;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Stock: the destination gets the source's quantity after the stock policy, and is tracked when
/// the source is. The status of a tracked item follows from its quantity in both stores, so it is
/// only written where stock is not tracked.
public final class InventoryRules implements Rules {
  private static final Value YES = Value.of(true);
  private static final Value NO = Value.of(false);

  @Override
  public Resource resource() {
    return Inventory.RESOURCE;
  }

  @Override
  public Set<Policies.MissingInDestination> missingInDestination() {
    return Set.of(Policies.MissingInDestination.REPORT, Policies.MissingInDestination.IGNORE);
  }

  @Override
  public Set<Policies.MissingInSource> missingInSource() {
    return Set.of(
        Policies.MissingInSource.REPORT,
        Policies.MissingInSource.ZERO,
        Policies.MissingInSource.IGNORE);
  }

  @Override
  public Set<Policies.ConflictStrategy> conflictStrategies() {
    return Set.of(Policies.ConflictStrategy.SOURCE_WINS, Policies.ConflictStrategy.CHOOSE);
  }

  @Override
  public Wanted wanted(
      StoreRecord source, StoreRecord destination, Policies policies, Capabilities capabilities) {
    return source.value(QUANTITY) instanceof Value.Whole(long quantity)
        ? counted(source, destination, policies, policies.stock().of(quantity))
        : uncounted(source, destination, capabilities);
  }

  private static Wanted counted(
      StoreRecord source, StoreRecord destination, Policies policies, long quantity) {
    Map<String, Value> values = Map.of(QUANTITY, Value.of(quantity), TRACKED, YES);
    if (!destination.value(TRACKED).equals(YES)
        && !policies.fields().isEmpty()
        && !policies.fields().contains(TRACKED)) {
      return new Wanted.Impossible(
          values,
          "stock is not tracked there: switch tracking on in the store, or let the run write the"
              + " field 'tracked' too");
    }
    boolean statusFollows =
        policies.stock().autoStatus() || source.value(STATUS).equals(destination.value(STATUS));
    return new Wanted.Values(
        values, statusFollows || quantity > 0 ? "" : "sold on at 0 in one store, not in the other");
  }

  private static Wanted uncounted(
      StoreRecord source, StoreRecord destination, Capabilities capabilities) {
    Map<String, Value> values =
        Map.of(QUANTITY, Value.absent(), TRACKED, NO, STATUS, source.value(STATUS));
    boolean expressible =
        !source.value(STATUS).equals(OUT_OF_STOCK)
            || capabilities.has(Capabilities.Feature.UNTRACKED_OUT_OF_STOCK);
    if (expressible) {
      return new Wanted.Values(values, "");
    }
    if (destination.value(STATUS).equals(OUT_OF_STOCK)) {
      return new Wanted.Values(Map.of(STATUS, OUT_OF_STOCK), "");
    }
    return new Wanted.Impossible(
        values,
        "the source does not count this item and has it out of stock; an item that is not counted"
            + " can always be bought in the destination: track its stock in the source");
  }

  @Override
  public Optional<Wanted> withoutSource(
      StoreRecord destination, Policies policies, Capabilities capabilities) {
    if (policies.missingInSource() != Policies.MissingInSource.ZERO) {
      return Optional.empty();
    }
    if (destination.value(QUANTITY) instanceof Value.Whole(long quantity)) {
      return quantity <= 0
          ? Optional.empty()
          : Optional.of(new Wanted.Values(Map.of(QUANTITY, Value.of(0)), ""));
    }
    if (destination.value(STATUS).equals(OUT_OF_STOCK)) {
      return Optional.empty();
    }
    return Optional.of(
        capabilities.has(Capabilities.Feature.UNTRACKED_OUT_OF_STOCK)
            ? new Wanted.Values(Map.of(STATUS, OUT_OF_STOCK), "")
            : new Wanted.Values(Map.of(TRACKED, YES, QUANTITY, Value.of(0)), ""));
  }

  /// Whether an item is counted decides whether it has a quantity, and what its status comes from.
  @Override
  public Set<String> movedBy(Set<String> written) {
    return written.contains(TRACKED) ? Set.copyOf(resource().fields()) : written;
  }

  @Override
  public boolean zeroes(Change change) {
    return change.fields().stream()
        .anyMatch(field ->
            (field.name().equals(STATUS) && field.after().equals(OUT_OF_STOCK))
                || (field.name().equals(QUANTITY)
                    && field.after().equals(Value.of(0))
                    && field.before() instanceof Value.Whole(long before)
                    && before > 0));
  }
}
