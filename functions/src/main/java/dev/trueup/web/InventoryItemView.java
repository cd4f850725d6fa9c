package dev.trueup.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trueup.catalog.Inventory;
import dev.trueup.catalog.Value;
import dev.trueup.plan.Change;
import dev.trueup.store.Outcome;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Stock on both sides, as the stores have it: what a policy makes of the source's quantity is in
/// the item's fields.
record InventoryItemView() implements ResourceView {
  static final String RESOURCE = Inventory.RESOURCE.name();

  @Override
  public List<String> columns() {
    return List.of(
        "productId",
        "sourceQuantity",
        "destinationQuantity",
        "difference",
        "sourceStatus",
        "destinationStatus",
        "sourcePlatform",
        "destinationPlatform",
        "sourceProductId",
        "destinationProductId");
  }

  @Override
  public void describe(Line line, ObjectNode item) {
    Change change = line.change();
    Long source = quantity(change.sourceValues());
    Long destination = quantity(change.destinationValues());
    item.put("productId", productId(change));
    item.put("sourceQuantity", source);
    item.put("destinationQuantity", destination);
    item.put("difference", source == null || destination == null ? null : destination - source);
    item.put("sourceStatus", status(change.sourceValues()));
    item.put("destinationStatus", status(change.destinationValues()));
    item.put("sourcePlatform", line.run().pair().sourceOfTruth().code());
    item.put("destinationPlatform", line.run().destination().code());
    item.put("sourceProductId", change.sourceId().orElse(null));
    item.put("destinationProductId", change.destinationId().orElse(null));
  }

  @Override
  public void result(@Nullable Line line, ObjectNode result) {
    Long before = line == null ? null : quantity(line.change().destinationValues());
    result.put("oldQuantity", before);
    result.put("newQuantity", line == null ? null : now(line, before));
  }

  /// The quantity the destination has now, as far as anybody knows.
  private static @Nullable Long now(Line line, @Nullable Long before) {
    if (!line.finding().isEmpty()) {
      return null;
    }
    return switch (line.known()) {
      case Outcome.Applied _, Outcome.AlreadySo _ ->
          line.change().after().containsKey(Inventory.QUANTITY)
                  && !line.kept().contains(Inventory.QUANTITY)
              ? quantity(line.change().after())
              : before;
      case Outcome.Conflict(Map<String, Value> found, _) ->
          found.containsKey(Inventory.QUANTITY) ? quantity(found) : before;
      case Outcome.Unknown _ -> null;
      case Outcome.Refused _, Outcome.Failed _ -> before;
      case null -> before;
    };
  }

  static String productId(Change change) {
    return change.sourceId().or(change::destinationId).orElse("");
  }

  private static @Nullable Long quantity(Map<String, Value> values) {
    return values.get(Inventory.QUANTITY) instanceof Value.Whole(long number) ? number : null;
  }

  private static @Nullable String status(Map<String, Value> values) {
    return values.get(Inventory.STATUS) instanceof Value.Text(String text) ? text : null;
  }
}
