package dev.trueup.store.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trueup.catalog.RecordRef;
import dev.trueup.store.Outcome;
import dev.trueup.store.StoreException;
import dev.trueup.store.Write;
import dev.trueup.store.woocommerce.WooCommerceClient.Conversation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes stock. WooCommerce cannot compare and set, so the items are read again just before they
/// are written, and what moved is left alone: that narrows the time in which a change can be missed
/// to the one of a request.
final class InventoryWriter {
  private static final Duration FIRST_LOOK = Duration.ofSeconds(1);
  private static final Duration LAST_LOOK = Duration.ofSeconds(16);

  private final WooCommerceClient client;

  InventoryWriter(WooCommerceClient client) {
    this.client = client;
  }

  /// Writes one request.
  ///
  /// @param writes of products, or of variations of one product
  /// @return one outcome per write, in the same order
  /// @throws StoreException when nothing was carried out
  List<Outcome> write(List<Write> writes, Instant deadline) {
    return client
        .retries()
        .call(
            deadline,
            () -> {
              try (var conversation = client.converse(deadline)) {
                return attempt(conversation, writes, deadline);
              }
            });
  }

  /// Throws only when nothing was carried out; then the next attempt reads again as well.
  private List<Outcome> attempt(Conversation shop, List<Write> writes, Instant deadline) {
    String parentId = writes.getFirst().ref().parentId();
    List<StockRow> rows = rows(shop, writes, parentId);
    List<StockRow.Change> changes =
        rows.stream()
            .filter(StockRow.Change.class::isInstance)
            .map(StockRow.Change.class::cast)
            .toList();
    var sent = changes.isEmpty() ? List.<Outcome>of() : send(shop, parentId, changes, deadline);
    var outcomes = new ArrayList<Outcome>();
    var answers = sent.iterator();
    for (StockRow row : rows) {
      outcomes.add(
          switch (row) {
            case StockRow.Settled(Outcome outcome) -> outcome;
            case StockRow.Change _ -> answers.next();
          });
    }
    return outcomes;
  }

  private List<StockRow> rows(Conversation shop, List<Write> writes, String parentId) {
    Map<String, JsonNode> found = found(shop, parentId, writes.stream().map(Write::ref).toList());
    return writes.stream().map(write -> row(write, found.get(write.ref().id()))).toList();
  }

  private static Map<String, JsonNode> found(
      Conversation shop, String parentId, List<RecordRef> refs) {
    var lookup = new Lookup(queries -> queries.stream().map(shop::get).toList(), false);
    var ids = refs.stream().map(RecordRef::id).toList();
    Map<String, JsonNode> found = new HashMap<>();
    for (JsonNode item :
        parentId.isEmpty()
            ? lookup.products(ids)
            : lookup.variations(StockItems.variationsOf(parentId), ids)) {
      found.put(Long.toString(StockItems.id(item)), item);
    }
    return found;
  }

  private StockRow row(Write write, @Nullable JsonNode found) {
    if (found == null) {
      return new StockRow.Settled(
          new Outcome.Conflict(
              Map.of(), "It is no longer in " + client.settings().shop() + ", or in its trash."));
    }
    try {
      return StockRows.of(write, StockItems.item(found, write.ref().parentId()));
    } catch (MalformedItemException e) {
      return new StockRow.Settled(new Outcome.Failed(String.valueOf(e.getMessage())));
    }
  }

  private List<Outcome> send(
      Conversation shop, String parentId, List<StockRow.Change> changes, Instant deadline) {
    String list = parentId.isEmpty() ? StockItems.PRODUCTS : StockItems.variationsOf(parentId);
    ObjectNode batch = JsonNodeFactory.instance.objectNode();
    var update = batch.putArray("update");
    changes.forEach(change -> update.add(change.json()));
    return switch (shop.post(Query.of(list + "/batch"), batch, changes.size(), deadline)) {
      case Reply.Answered(JsonNode body, _) -> outcomes(changes, body.path("update"));
      case Reply.Lost(StoreException why) -> {
        waitForRest(shop, parentId, changes, deadline);
        yield unknown(changes, why);
      }
      case Reply.Denied(StoreException why) -> throw why;
    };
  }

  /// A shop may still be at work on a request whose answer is lost. What is read back meanwhile and
  /// then sent again would be done twice, so this waits until two looks in a row show the same.
  private void waitForRest(
      Conversation shop, String parentId, List<StockRow.Change> changes, Instant deadline) {
    var refs = changes.stream().map(change -> change.found().ref()).toList();
    Map<String, JsonNode> before = Map.of();
    for (Duration wait = FIRST_LOOK;
        wait.compareTo(LAST_LOOK) <= 0 && client.retries().pause(wait, deadline);
        wait = wait.multipliedBy(2)) {
      try {
        Map<String, JsonNode> now = found(shop, parentId, refs);
        if (now.equals(before)) {
          return;
        }
        before = now;
      } catch (StoreException _) {
        before = Map.of();
      }
    }
  }

  private static List<Outcome> outcomes(List<StockRow.Change> changes, JsonNode answers) {
    var outcomes = new ArrayList<Outcome>();
    for (StockRow.Change change : changes) {
      outcomes.add(new StockAnswer(change).outcome(answers.path(outcomes.size())));
    }
    return outcomes;
  }

  private static List<Outcome> unknown(List<StockRow.Change> changes, StoreException why) {
    Outcome unknown = new Outcome.Unknown(why.sentence());
    return changes.stream().map(_ -> unknown).toList();
  }
}
