package dev.trueup.store.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trueup.catalog.RecordRef;
import dev.trueup.catalog.StoreRecord;
import dev.trueup.store.Capabilities;
import dev.trueup.store.Capabilities.Feature;
import dev.trueup.store.Outcome;
import dev.trueup.store.RecordPage;
import dev.trueup.store.StoreException;
import dev.trueup.store.StoreRecords;
import dev.trueup.store.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Stock per variant: a record is an `InventoryItem`, its parent the product.
///
/// All variants are read in pages of 250 (2 + 11 × the cost of one variant: the larger the page,
/// the cheaper a record), or many of them by a bulk operation. Which products a filter leaves out
/// is decided by the caller.
final class ShopifyInventory implements StoreRecords {
  private static final int ROWS_PER_WRITE = 250;
  private static final int IDS_PER_READ = 250;
  private static final int MOST_IN_BULK = BulkDocument.MOST_LOCATIONS;
  private static final Duration WORTH_A_BULK_OPERATION = Duration.ofSeconds(30);
  private static final double SLOWEST_RESTORE_RATE = 100;
  private static final int FEWEST_IN_FLIGHT = 8;
  private static final double ANSWER_SECONDS = 0.4;

  private final ShopifyClient client;
  private final StockPlaces places;
  private final boolean facets;
  private final InventoryReader reader;
  private final BulkReader bulk;

  ShopifyInventory(ShopifyClient client, StockPlaces places, boolean facets) {
    this.client = client;
    this.places = places;
    this.facets = facets;
    this.reader = new InventoryReader(places);
    this.bulk = new BulkReader(client, places, reader);
  }

  /// Follows the store's own rate once an answer has told it; until then that of the smallest plan.
  @Override
  public Capabilities capabilities() {
    double rate = client.pacer().restoreRate().orElse(SLOWEST_RESTORE_RATE);
    double requestsPerSecond = rate / client.pacer().costOf(Operation.INVENTORY_SET, Map.of());
    return new Capabilities(
        ROWS_PER_WRITE,
        (int) Math.max(1, requestsPerSecond * ROWS_PER_WRITE),
        (int) Math.max(FEWEST_IN_FLIGHT, Math.ceil(requestsPerSecond * ANSWER_SECONDS)),
        Set.of(Feature.WRITES, Feature.COMPARE_AND_SET, Feature.IDEMPOTENCY_KEYS));
  }

  @Override
  public RecordPage page(Optional<String> cursor) {
    return cursor
        .or(() -> startInBulk().map(BulkCursor::toString))
        .flatMap(BulkCursor::parse)
        .map(bulk::page)
        .orElseGet(() -> page(cursor.map(VariantCursor::parse).orElse(VariantCursor.START)));
  }

  /// By pages 250 variants cost some 70 points at one location, more at several; in bulk any number
  /// costs none, but Shopify takes a while to begin and to write its file. So pages are read where
  /// the points for all of them are there soon. Categories are a list within each variant, which
  /// makes a file whose lines have to be joined: with facets, pages too.
  private Optional<BulkCursor> startInBulk() {
    if (facets
        || (places instanceof StockPlaces.Several(var ids, _) && ids.size() > MOST_IN_BULK)) {
      return Optional.empty();
    }
    if (!(client.call(Operation.INVENTORY_COUNT, Map.of()) instanceof Exchange.Answered counted)) {
      return Optional.empty();
    }
    long variants = counted.data().path("productVariantsCount").path("count").asLong();
    Map<String, Object> page = variables();
    page.putAll(VariantCursor.START.variables());
    double points = client.pacer().costOf(pageOperation(), page) * variants / IDS_PER_READ;
    return client
        .pacer()
        .waitFor(points)
        .filter(wait -> wait.compareTo(WORTH_A_BULK_OPERATION) > 0)
        .flatMap(_ -> bulk.start());
  }

  private RecordPage page(VariantCursor from) {
    Map<String, Object> variables = variables();
    variables.putAll(from.variables());
    JsonNode page = client.ask(pageOperation(), variables).data().path("productVariants");
    var records = new ArrayList<StoreRecord>();
    var rejected = new ArrayList<String>();
    for (JsonNode variant : page.path("nodes")) {
      add(reader.read(variant, variant.path("inventoryItem")), records, rejected);
    }
    return new RecordPage(records, rejected, next(from, page).orElse(null));
  }

  private Optional<String> next(VariantCursor from, JsonNode page) {
    try {
      return from.next(page).map(VariantCursor::toString);
    } catch (IllegalArgumentException e) {
      throw client.errors().of(StoreException.Kind.REJECTED, "pages wrongly: " + e.getMessage());
    }
  }

  private static void add(
      InventoryReader.Reading reading, List<StoreRecord> records, List<String> rejected) {
    switch (reading) {
      case InventoryReader.Reading.Understood(StoreRecord found) -> records.add(found);
      case InventoryReader.Reading.Rejected(String reason) -> rejected.add(reason);
    }
  }

  @Override
  public List<StoreRecord> some(Collection<RecordRef> refs) {
    List<String> ids = refs.stream().map(RecordRef::id).distinct().toList();
    var records = new ArrayList<StoreRecord>();
    for (int from = 0; from < ids.size(); from += IDS_PER_READ) {
      read(ids.subList(from, Math.min(from + IDS_PER_READ, ids.size())), records);
    }
    return records;
  }

  /// What `nodes(ids:)` costs per id is not documented: when it is too much, half as many are asked
  /// for.
  private void read(List<String> ids, List<StoreRecord> records) {
    Map<String, Object> variables = variables();
    variables.put("ids", ids);
    switch (client.call(someOperation(), variables)) {
      case Exchange.Answered answered -> understand(answered.data().path("nodes"), records);
      case Exchange.Failed failed
          when failed.code().equals("MAX_COST_EXCEEDED") && ids.size() > 1 -> {
        read(ids.subList(0, ids.size() / 2), records);
        read(ids.subList(ids.size() / 2, ids.size()), records);
      }
      case Exchange.Failed failed -> throw failed.problem();
    }
  }

  private void understand(JsonNode items, List<StoreRecord> records) {
    for (JsonNode item : items) {
      InventoryReader.variantOf(item)
          .ifPresent(variant -> add(reader.read(variant, item), records, new ArrayList<>()));
    }
  }

  private Map<String, Object> variables() {
    var variables = new HashMap<String, Object>();
    variables.put("facets", facets);
    switch (places) {
      case StockPlaces.One one -> variables.put("location", one.location().id());
      case StockPlaces.Several several -> variables.put("levels", several.levels());
    }
    return variables;
  }

  private Operation pageOperation() {
    return switch (places) {
      case StockPlaces.One _ -> Operation.INVENTORY_PAGE;
      case StockPlaces.Several _ -> Operation.INVENTORY_PAGE_SUM;
    };
  }

  private Operation someOperation() {
    return switch (places) {
      case StockPlaces.One _ -> Operation.INVENTORY_SOME;
      case StockPlaces.Several _ -> Operation.INVENTORY_SOME_SUM;
    };
  }

  @Override
  public List<Outcome> write(String key, List<Write> writes, Instant deadline) {
    if (!(places instanceof StockPlaces.One(var location, boolean written)) || !written) {
      throw new IllegalStateException("a source is not written");
    }
    var outcomes = new Outcomes();
    var tracking = new TrackingWriter(client, this::some, deadline, outcomes);
    var quantities = new QuantityWriter(client, this::some, location.id(), key, deadline, outcomes);
    return new InventoryWriting(tracking, quantities, outcomes).write(writes);
  }
}
