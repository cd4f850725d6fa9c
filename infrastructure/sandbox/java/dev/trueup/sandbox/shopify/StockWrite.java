package dev.trueup.sandbox.shopify;

import dev.trueup.sandbox.shopify.StoreState.Written;
import dev.trueup.sandbox.shopify.WriteAnswer.Adjustment;
import dev.trueup.sandbox.shopify.WriteAnswer.Change;
import dev.trueup.sandbox.shopify.WriteAnswer.LevelId;
import dev.trueup.sandbox.shopify.WriteAnswer.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `inventorySetQuantities` and `inventoryAdjustQuantities`: all rows or none. Codes, fields and
/// messages are those of recorded answers of versions 2026-04 and later; that one stale row stops
/// all of them is the stricter reading of what is known.
final class StockWrite {
  private static final Set<String> REASONS =
      Set.of(
          "correction",
          "cycle_count_available",
          "damaged",
          "movement_canceled",
          "movement_created",
          "movement_received",
          "movement_updated",
          "other",
          "promotion",
          "quality_control",
          "received",
          "reservation_created",
          "reservation_deleted",
          "reservation_updated",
          "restock",
          "safety_stock",
          "shrinkage");

  private final StoreState state;
  private final String name;
  private final String reason;
  private final @Nullable String referenceDocumentUri;

  /// @param name `available` or `on_hand`
  StockWrite(StoreState state, String name, String reason, @Nullable String referenceDocumentUri) {
    this.state = state;
    this.name = name;
    this.reason = reason;
    this.referenceDocumentUri = referenceDocumentUri;
  }

  Written set(List<QuantityRow> rows, Instant now) {
    List<Refusal> refusals = new ArrayList<>(headRefusals());
    if (!name.equals("available") && !name.equals("on_hand")) {
      refusals.add(
          new Refusal(
              "INVALID_NAME",
              List.of("input", "name"),
              "The quantity name must be either 'available' or 'on_hand'."));
    }
    if (refusals.isEmpty()) {
      QuantityChecks checks = new QuantityChecks("quantities");
      checks.bounds(rows, name);
      checks.duplicates(rows);
      refusals.addAll(checks.refusals());
    }
    return refusals.isEmpty()
        ? apply("quantities", rows, false, now)
        : Written.refused(WriteAnswer.refused(refusals));
  }

  Written adjust(List<QuantityRow> rows, Instant now) {
    if (!name.equals("available")) {
      throw ApiException.notSimulated("adjusting the quantity '" + name + "'");
    }
    List<Refusal> refusals = new ArrayList<>(headRefusals());
    for (QuantityRow row : rows) {
      if (row.hasLedgerDocument()) {
        refusals.add(
            new Refusal(
                "INVALID_AVAILABLE_DOCUMENT",
                List.of("input", "changes", "" + row.index(), "ledgerDocumentUri"),
                "A ledger document URI is not allowed when adjusting available."));
      }
    }
    return refusals.isEmpty()
        ? apply("changes", rows, true, now)
        : Written.refused(WriteAnswer.refused(refusals));
  }

  private List<Refusal> headRefusals() {
    if (!REASONS.contains(reason)) {
      String valid = String.join(", ", REASONS.stream().sorted().toList());
      return List.of(
          new Refusal(
              "INVALID_REASON",
              List.of("input", "reason"),
              "The specified reason is invalid. Valid values are: " + valid + "."));
    }
    if (referenceDocumentUri != null && !isUri(referenceDocumentUri)) {
      return List.of(
          new Refusal(
              "INVALID_REFERENCE_DOCUMENT",
              List.of("input", "referenceDocumentUri"),
              "The specified reference document is invalid."));
    }
    return List.of();
  }

  private static boolean isUri(String text) {
    try {
      return new URI(text).isAbsolute();
    } catch (URISyntaxException _) {
      return false;
    }
  }

  private Written apply(String list, List<QuantityRow> rows, boolean relative, Instant now) {
    QuantityChecks checks = new QuantityChecks(list);
    Map<LevelId, StockLevel> next = new HashMap<>();
    List<Change> changes = new ArrayList<>();
    for (QuantityRow row : rows) {
      Optional<LevelId> found = checks.target(row, state.catalogue());
      if (found.isEmpty()) {
        continue;
      }
      LevelId id = found.get();
      StockLevel before = next.computeIfAbsent(id, this::current);
      int seen = before.quantity(name);
      checks.unmoved(row, seen);
      long wanted = relative ? (long) seen + row.amount() : row.amount();
      int delta = checks.withinBounds(row, wanted) - seen;
      next.put(id, moved(before, delta, now));
      if (delta != 0) {
        changes.add(new Change("available", delta, id));
        changes.add(new Change("on_hand", delta, id));
      }
    }
    return checks.refusals().isEmpty()
        ? written(next, changes, now)
        : Written.refused(WriteAnswer.refused(checks.refusals()));
  }

  /// A level that does not exist yet is made, but stays inactive: since 2026-10 the write is not
  /// refused, and nothing says that it stocks the item there.
  private StockLevel current(LevelId id) {
    StoreVariant variant = state.catalogue().variants().get(id.variant());
    StoreLocation location = state.catalogue().locations().get(id.location());
    return Optional.ofNullable(variant)
        .flatMap(found -> found.level(location))
        .orElseGet(() -> new StockLevel(false, 0, 0, Instant.EPOCH));
  }

  private static StockLevel moved(StockLevel level, int delta, Instant now) {
    return delta == 0
        ? level
        : new StockLevel(level.active(), level.available() + delta, level.committed(), now);
  }

  private Written written(Map<LevelId, StockLevel> next, List<Change> changes, Instant now) {
    if (changes.isEmpty()) {
      return new Written(new WriteAnswer(null, null, List.of()), List.of());
    }
    List<StateChange> stateChanges = new ArrayList<>();
    changes.stream()
        .map(Change::level)
        .distinct()
        .forEach(id ->
            stateChanges.add(
                new StateChange.LevelSet(
                    id.variant(), id.location(), Objects.requireNonNull(next.get(id)))));
    Adjustment adjustment =
        new Adjustment(state.nextAdjustment(), now, reason, referenceDocumentUri, changes);
    return new Written(new WriteAnswer(adjustment, null, List.of()), stateChanges);
  }
}
