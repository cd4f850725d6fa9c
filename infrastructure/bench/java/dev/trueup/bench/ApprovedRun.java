package dev.trueup.bench;

import dev.trueup.apply.BatchApplier;
import dev.trueup.apply.Dispatcher;
import dev.trueup.apply.Pause;
import dev.trueup.apply.Progress;
import dev.trueup.catalog.Inventory;
import dev.trueup.catalog.Platform;
import dev.trueup.catalog.StoreRecord;
import dev.trueup.catalog.Value;
import dev.trueup.compare.Links;
import dev.trueup.plan.Digest;
import dev.trueup.plan.InventoryRules;
import dev.trueup.plan.Plan;
import dev.trueup.plan.Planner;
import dev.trueup.plan.Policies;
import dev.trueup.plan.Selection;
import dev.trueup.run.Decision;
import dev.trueup.run.InMemoryLedger;
import dev.trueup.run.Outcomes;
import dev.trueup.run.Pair;
import dev.trueup.run.Run;
import dev.trueup.store.RecordPage;
import dev.trueup.store.StoreRecords;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An approved plan that raises the stock of every record by one, ready to be applied as a worker
/// does it: batch by batch, with a ledger that costs no time.
final class ApprovedRun {
  private static final String ID = "01KAMPZZZZ0000000000";

  private final InMemoryLedger ledger = new InMemoryLedger();
  private final StoreRecords destination;

  /// @param found what the destination has
  ApprovedRun(Platform platform, StoreRecords destination, List<StoreRecord> found) {
    this.destination = destination;
    List<StoreRecord> sources = found.stream().map(ApprovedRun::oneMore).toList();
    Plan plan =
        new Planner(new InventoryRules(), Policies.DEFAULTS, destination.capabilities())
            .plan(sources, found, Links.NONE);
    String digest = Digest.of(ID, plan.changes());
    Instant now = Instant.now();
    var pair = new Pair(platform.other(), "woocommerce.bench", "shopify.bench");
    ledger.open(Run.opened(ID, "inventory", pair, now, "bench", false, Policies.DEFAULTS));
    ledger.savePlan(ID, plan.changes());
    var decision =
        new Decision(true, digest, new Selection.All(), Map.of(), "bench", now, "a benchmark");
    Run run =
        ledger.update(
            ID,
            current ->
                current.edit().plan(digest, plan.tally(), List.of()).decision(decision).run());
    new Dispatcher(ledger).dispatch(run, destination.capabilities());
  }

  /// The first records of a store whose stock is counted and can be written.
  static List<StoreRecord> writable(StoreRecords records, int count) {
    var found = new ArrayList<StoreRecord>();
    Optional<String> cursor = Optional.empty();
    do {
      RecordPage page = records.page(cursor);
      page.records().stream()
          .filter(each -> each.restriction() == null)
          .filter(each -> each.value(Inventory.QUANTITY) instanceof Value.Whole)
          .limit(count - (long) found.size())
          .forEach(found::add);
      cursor = page.next();
    } while (cursor.isPresent() && found.size() < count);
    return found;
  }

  private static StoreRecord oneMore(StoreRecord found) {
    Map<String, Value> values = new HashMap<>(found.values());
    if (found.value(Inventory.QUANTITY) instanceof Value.Whole(long quantity)) {
      values.put(Inventory.QUANTITY, Value.of(quantity + 1));
    }
    return new StoreRecord(
        found.ref(), found.name(), found.sku(), found.options(), values, found.facets(), null);
  }

  /// Applies every batch; the outcomes of all changes.
  Outcomes apply(InstantSource clock, Pause pause) {
    var applier = new BatchApplier(ledger, clock, pause);
    int batches = ledger.find(ID).orElseThrow().batches();
    for (int number = 1; number <= batches; number++) {
      Progress progress = Progress.MORE;
      while (progress == Progress.MORE) {
        Instant deadline = clock.instant().plus(Duration.ofMinutes(9));
        progress = applier.apply(ID, number, destination, deadline);
      }
    }
    return ledger.find(ID).orElseThrow().outcomes();
  }
}
