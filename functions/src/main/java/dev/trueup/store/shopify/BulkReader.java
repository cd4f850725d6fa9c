package dev.trueup.store.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trueup.catalog.StoreRecord;
import dev.trueup.store.RecordPage;
import dev.trueup.store.StoreException;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads all variants by one bulk operation: Shopify writes a file, for which it takes no points.
///
/// What does not work out is read by pages instead: an operation that may not be started (apps of
/// partners need leave for that; five at once is the limit), fails, is cancelled or expires. Its
/// partial result is never used: what it leaves out would look as if it were not in the store.
final class BulkReader {
  private static final int RECORDS_PER_PAGE = 2_000;
  private static final int MOST_BROKEN_READS = 5;
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ShopifyClient client;
  private final BulkDocument document;
  private final InventoryReader reader;
  private @Nullable BulkFile file;
  private int brokenReads;

  BulkReader(ShopifyClient client, StockPlaces places, InventoryReader reader) {
    this.client = client;
    this.document = new BulkDocument(places);
    this.reader = reader;
  }

  /// Starts an operation; empty when Shopify does not let it.
  Optional<BulkCursor> start() {
    var started = client.call(Operation.BULK_START, Map.of("query", document.query()));
    if (!(started instanceof Exchange.Answered answered)) {
      return Optional.empty();
    }
    String id =
        answered
            .data()
            .path(Operation.BULK_START.field())
            .path("bulkOperation")
            .path("id")
            .asText("");
    return id.isEmpty() ? Optional.empty() : Optional.of(BulkCursor.start(id));
  }

  /// Reads on. While Shopify is still at work the page is empty and its cursor the same.
  synchronized RecordPage page(BulkCursor from) {
    try {
      BulkFile open = file;
      if (open != null && open.isAt(from)) {
        return read(open);
      }
      close();
      return ask(from);
    } catch (IOException e) {
      return broken(from, e);
    }
  }

  private RecordPage ask(BulkCursor from) throws IOException {
    JsonNode operation =
        client.ask(Operation.BULK_STATUS, Map.of("id", from.id())).data().path("bulkOperation");
    return switch (operation.path("status").asText()) {
      case "CREATED", "RUNNING", "CANCELING" -> waitFor(operation, from);
      case "COMPLETED" -> completed(operation, from);
      default -> byPages(operation, from);
    };
  }

  /// A quarter of the time it has taken so far: short ones are noticed soon, long ones not asked
  /// for often.
  private RecordPage waitFor(JsonNode operation, BulkCursor from) {
    Duration taken = Duration.between(since(operation), client.now()).dividedBy(4);
    Duration pause = taken.compareTo(SHORTEST_PAUSE) > 0 ? taken : SHORTEST_PAUSE;
    client.pause(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE, Instant.MAX);
    return nothing(from.toString());
  }

  private Instant since(JsonNode operation) {
    try {
      return Instant.parse(operation.path("createdAt").asText());
    } catch (DateTimeException _) {
      return client.now();
    }
  }

  /// An empty result has no address.
  private RecordPage completed(JsonNode operation, BulkCursor from) throws IOException {
    String url = operation.path("url").asText("");
    if (url.isEmpty()) {
      return nothing(null);
    }
    var opened =
        new BulkFile(
            from, operation.path("objectCount").asLong(), client.download(URI.create(url)));
    file = opened;
    opened.skipTo(from.line());
    return read(opened);
  }

  private RecordPage read(BulkFile open) throws IOException {
    var records = new ArrayList<StoreRecord>();
    var rejected = new ArrayList<String>();
    String line = open.next();
    while (line != null) {
      switch (understand(line, open.position())) {
        case InventoryReader.Reading.Understood(StoreRecord found) -> records.add(found);
        case InventoryReader.Reading.Rejected(String reason) -> rejected.add(reason);
      }
      if (records.size() + rejected.size() == RECORDS_PER_PAGE) {
        break;
      }
      line = open.next();
    }
    brokenReads = 0;
    if (line != null) {
      return new RecordPage(records, rejected, open.position().toString());
    }
    close();
    return new RecordPage(records, rejected, null);
  }

  private InventoryReader.Reading understand(String line, BulkCursor position) {
    try {
      JsonNode variant = JSON.readTree(line);
      return reader.read(variant, document.item(variant));
    } catch (JsonProcessingException _) {
      return new InventoryReader.Reading.Rejected(
          "Line %d of the result of Shopify's bulk operation %d cannot be read"
              .formatted(position.line(), position.operation()));
    }
  }

  private RecordPage byPages(JsonNode operation, BulkCursor from) {
    if (from.line() > 0) {
      throw client
          .errors()
          .of(
              StoreException.Kind.UNAVAILABLE,
              "no longer has the result of bulk operation %d (%s): run the comparison again"
                  .formatted(from.operation(), operation.path("status").asText("gone")));
    }
    return nothing(VariantCursor.START.toString());
  }

  /// The connection broke: what this page had is read again.
  private RecordPage broken(BulkCursor from, IOException e) {
    close();
    brokenReads++;
    if (brokenReads >= MOST_BROKEN_READS) {
      throw client.errors().noAnswer("the result of bulk operation " + from.operation(), e);
    }
    client.pause(SHORTEST_PAUSE.multipliedBy(1L << brokenReads), Instant.MAX);
    return nothing(from.toString());
  }

  private void close() {
    if (file != null) {
      file.close();
      file = null;
    }
  }

  private static RecordPage nothing(@Nullable String cursor) {
    return new RecordPage(List.of(), List.of(), cursor);
  }
}
