package dev.trueup.store.shopify;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trueup.catalog.Inventory;
import dev.trueup.catalog.StoreRecord;
import dev.trueup.catalog.Value;
import dev.trueup.store.Outcome;
import dev.trueup.store.StoreException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Sets quantities with compare-and-set: one `inventorySetQuantities` for all rows, which Shopify
/// carries out as a whole or not at all. Rows it names as bad are decided and taken out, and the
/// rest is sent as a new request with a new key; when it names none, each half is sent by itself.
/// Every request has fewer rows than the one before, so it ends.
///
/// What each code of `InventorySetQuantitiesUserErrorCode` (2026-10) comes to:
///
/// | code | the row | the rest |
/// | --- | --- | --- |
/// | `CHANGE_FROM_QUANTITY_STALE`, `COMPARE_QUANTITY_STALE` (its old name) | read again: as wanted already, or a conflict | sent again |
/// | `INVALID_INVENTORY_ITEM`, `NON_MUTABLE_INVENTORY_ITEM` | refused | sent again |
/// | `INVALID_QUANTITY_NEGATIVE`, `INVALID_QUANTITY_TOO_HIGH`, `INVALID_QUANTITY_TOO_LOW`, `NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR`, a code not known here | failed | sent again |
/// | `INVALID_LOCATION` (all rows have the same) | refused | refused |
/// | `INVALID_NAME`, `INVALID_REASON`, `INVALID_REFERENCE_DOCUMENT`, `COMPARE_QUANTITY_REQUIRED`, `IDEMPOTENCY_KEY_PARAMETER_MISMATCH` | failed | failed |
/// | `IDEMPOTENCY_CONCURRENT_REQUEST` | sent again with the same key after a pause; unknown in the end | the same |
/// | `IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED` | read again; sent with a new key if it is as the plan saw it | the same |
///
/// A lost answer is asked for again with the same key and body; if none comes, the rows are
/// unknown.
final class QuantityWriter {
  private static final int MOST_PAUSES = 5;
  private static final int MOST_NEW_KEYS = 2;
  private static final Duration STILL_RUNNING_PAUSE = Duration.ofSeconds(1);
  private static final Set<String> ABOUT_SOME_ROW =
      Set.of("INVALID_VARIABLE", "RESOURCE_NOT_FOUND");

  /// Rows that travel together.
  ///
  /// @param newKeys how many other keys the same rows had before
  /// @param pauses how often they were sent with this key
  private record Parcel(List<QuantityRow> rows, int newKeys, int pauses) {}

  private final ShopifyClient client;
  private final InventoryLookup lookup;
  private final String location;
  private final String key;
  private final Instant deadline;
  private final Outcomes outcomes;
  private final Deque<Parcel> waiting = new ArrayDeque<>();

  QuantityWriter(
      ShopifyClient client,
      InventoryLookup lookup,
      String location,
      String key,
      Instant deadline,
      Outcomes outcomes) {
    this.client = client;
    this.lookup = lookup;
    this.location = location;
    this.key = key;
    this.deadline = deadline;
    this.outcomes = outcomes;
  }

  /// @throws StoreException when the store got nothing of this call
  void write(List<QuantityRow> rows) {
    enqueue(rows, 0);
    while (!waiting.isEmpty()) {
      send(waiting.remove());
    }
  }

  private void enqueue(List<QuantityRow> rows, int newKeys) {
    if (!rows.isEmpty()) {
      waiting.add(new Parcel(rows, newKeys, 0));
    }
  }

  private void send(Parcel parcel) {
    switch (client.call(Operation.INVENTORY_SET, variables(parcel), deadline)) {
      case Exchange.Answered(JsonNode data, _, boolean afterLoss) -> {
        outcomes.sent();
        judge(parcel, data.path(Operation.INVENTORY_SET.field()), afterLoss);
      }
      case Exchange.Failed failed
          when ABOUT_SOME_ROW.contains(failed.code())
              && !failed.unclear()
              && parcel.rows().size() > 1 -> {
        outcomes.sent();
        halve(parcel.rows());
      }
      case Exchange.Failed failed -> decide(parcel.rows(), outcomes.of(failed));
    }
  }

  private Map<String, Object> variables(Parcel parcel) {
    String content = parcel.rows().stream().map(QuantityRow::content).collect(joining());
    Map<String, Object> input =
        Map.of(
            "name",
            "available",
            "reason",
            "correction",
            "referenceDocumentUri",
            "gid://trueup/Write/" + URLEncoder.encode(key, StandardCharsets.UTF_8),
            "quantities",
            parcel.rows().stream().map(row -> row.input(location)).toList());
    String newKey = location + "\n" + parcel.newKeys() + "\n" + content;
    return Map.of("input", input, "key", IdempotencyKey.of(key, newKey));
  }

  private void decide(List<QuantityRow> rows, Outcome outcome) {
    rows.forEach(row -> outcomes.decide(row, outcome));
  }

  private void judge(Parcel parcel, JsonNode payload, boolean afterLoss) {
    List<RowError> errors = RowError.of(payload);
    var aboutAll = errors.stream().filter(RowError::isAboutAllRows).findFirst();
    if (errors.isEmpty()) {
      decide(parcel.rows(), new Outcome.Applied());
    } else if (aboutAll.isPresent()) {
      decideAll(parcel, aboutAll.get());
    } else {
      Map<Integer, RowError> bad = byRow(errors, parcel.rows().size());
      if (bad.isEmpty()) {
        halve(parcel.rows());
      } else {
        takeOut(parcel.rows(), bad, payload.hasNonNull("inventoryAdjustmentGroup"), afterLoss);
      }
    }
  }

  /// The first error of each row; an error without a row belongs to the only one.
  private static Map<Integer, RowError> byRow(List<RowError> errors, int rows) {
    var byRow = new HashMap<Integer, RowError>();
    for (RowError error : errors) {
      int row = rows == 1 ? 0 : error.row();
      if (row >= 0 && row < rows) {
        byRow.putIfAbsent(row, error);
      }
    }
    return byRow;
  }

  private void halve(List<QuantityRow> rows) {
    enqueue(rows.subList(0, rows.size() / 2), 0);
    enqueue(rows.subList(rows.size() / 2, rows.size()), 0);
  }

  /// @param carriedOut whether the good rows were written nevertheless
  private void takeOut(
      List<QuantityRow> rows, Map<Integer, RowError> bad, boolean carriedOut, boolean afterLoss) {
    var good = new ArrayList<QuantityRow>();
    var stale = new ArrayList<QuantityRow>();
    for (int i = 0; i < rows.size(); i++) {
      RowError error = bad.get(i);
      if (error == null) {
        good.add(rows.get(i));
      } else if (error.verdict() == RowError.Verdict.STALE) {
        stale.add(rows.get(i));
      } else {
        outcomes.decide(rows.get(i), error.outcome());
      }
    }
    decideStale(stale, afterLoss);
    if (carriedOut) {
      decide(good, new Outcome.Applied());
    } else {
      enqueue(good, 0);
    }
  }

  private void decideAll(Parcel parcel, RowError error) {
    switch (error.verdict()) {
      case STILL_RUNNING -> waitForOther(parcel, error);
      case TRIED_BEFORE -> tryWithNewKey(parcel, error);
      case STALE, REFUSED, REFUSED_ALL, BAD_ROW, BAD_REQUEST ->
          decide(parcel.rows(), error.outcome());
    }
  }

  private void waitForOther(Parcel parcel, RowError error) {
    Duration pause = STILL_RUNNING_PAUSE.multipliedBy(parcel.pauses() + 1L);
    if (parcel.pauses() < MOST_PAUSES && client.pause(pause, deadline)) {
      waiting.addFirst(new Parcel(parcel.rows(), parcel.newKeys(), parcel.pauses() + 1));
    } else {
      decide(parcel.rows(), new Outcome.Unknown(error.message()));
    }
  }

  private void tryWithNewKey(Parcel parcel, RowError error) {
    Map<String, StoreRecord> found;
    try {
      found = lookup.find(parcel.rows().stream().map(QuantityRow::ref).toList());
    } catch (StoreException e) {
      decide(parcel.rows(), new Outcome.Unknown(error.message() + ": " + e.sentence()));
      return;
    }
    var asPlanned = new ArrayList<QuantityRow>();
    for (QuantityRow row : parcel.rows()) {
      StoreRecord has = found.get(row.ref().id());
      if (has != null && has.value(Inventory.QUANTITY).equals(Value.of(row.from()))) {
        asPlanned.add(row);
      } else {
        outcomes.decide(row, moved(row, has, true));
      }
    }
    if (parcel.newKeys() < MOST_NEW_KEYS) {
      enqueue(asPlanned, parcel.newKeys() + 1);
    } else {
      decide(asPlanned, error.outcome());
    }
  }

  private void decideStale(List<QuantityRow> rows, boolean afterLoss) {
    try {
      Map<String, StoreRecord> found = lookup.find(rows.stream().map(QuantityRow::ref).toList());
      rows.forEach(row -> outcomes.decide(row, moved(row, found.get(row.ref().id()), afterLoss)));
    } catch (StoreException e) {
      decide(
          rows,
          new Outcome.Conflict(
              Map.of(),
              "its stock on Shopify changed since the plan, and could not be read again: "
                  + e.sentence()));
    }
  }

  /// The outcome of a row that no longer is as the plan saw it.
  ///
  /// @param maybeOurs whether an attempt with these rows may have written it
  private static Outcome moved(QuantityRow row, @Nullable StoreRecord found, boolean maybeOurs) {
    if (found == null) {
      return new Outcome.Refused("it does not exist on Shopify any more");
    }
    Value has = found.value(Inventory.QUANTITY);
    if (has.equals(Value.of(row.to()))) {
      return maybeOurs ? new Outcome.Applied() : new Outcome.AlreadySo();
    }
    return new Outcome.Conflict(
        found.values(), "Shopify has %s now, the plan saw %d".formatted(has, row.from()));
  }
}
