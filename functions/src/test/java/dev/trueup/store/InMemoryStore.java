package dev.trueup.store;

import dev.trueup.catalog.Platform;
import dev.trueup.catalog.RecordRef;
import dev.trueup.catalog.Resource;
import dev.trueup.catalog.StoreRecord;
import dev.trueup.catalog.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;

/// A store that is a map: compares before it sets, in pages and requests of three. A test can make
/// it fail, or look at what it was sent.
public final class InMemoryStore implements Store, StoreRecords {
  private static final int PAGE = 3;

  private final Platform platform;
  private final NavigableMap<String, StoreRecord> records = new ConcurrentSkipListMap<>();
  private final List<List<Write>> requests = new ArrayList<>();
  private Capabilities capabilities =
      new Capabilities(
          PAGE,
          3,
          2,
          java.util.Set.of(Capabilities.Feature.WRITES, Capabilities.Feature.COMPARE_AND_SET));
  private Answering answering = (writes, outcomes) -> outcomes;
  private Runnable reading = () -> {};

  /// Turns the outcomes of a request into what the caller is told; may throw.
  public interface Answering {
    List<Outcome> answer(List<Write> writes, List<Outcome> outcomes);
  }

  public InMemoryStore(Platform platform) {
    this.platform = platform;
  }

  public InMemoryStore put(StoreRecord... all) {
    for (StoreRecord storeRecord : all) {
      records.put(storeRecord.id(), storeRecord);
    }
    return this;
  }

  public void remove(String id) {
    records.remove(id);
  }

  public void answering(Answering other) {
    answering = other;
  }

  /// What happens before a page is read; may throw.
  public void reading(Runnable other) {
    reading = other;
  }

  public void capabilities(UnaryOperator<Capabilities> change) {
    capabilities = change.apply(capabilities);
  }

  public Value value(String id, String field) {
    return Objects.requireNonNull(records.get(id)).value(field);
  }

  public void set(String id, String field, Value value) {
    records.computeIfPresent(id, (_, found) -> with(found, Map.of(field, value)));
  }

  /// The requests that were sent, in order.
  public synchronized List<List<Write>> requests() {
    return List.copyOf(requests);
  }

  @Override
  public Platform platform() {
    return platform;
  }

  @Override
  public String identity() {
    return platform.code() + ".test";
  }

  @Override
  public Connection connect() {
    return new Connection(
        identity(), "Test", "1", "EUR", "kg", "UTC", List.of(), List.of(), List.of());
  }

  @Override
  public StoreRecords records(Resource resource, Scope scope) {
    return this;
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public RecordPage page(Optional<String> cursor) {
    reading.run();
    var rest = records.tailMap(cursor.orElse(""), false);
    List<StoreRecord> page = rest.values().stream().limit(PAGE).toList();
    return new RecordPage(page, List.of(), page.size() < rest.size() ? page.getLast().id() : null);
  }

  @Override
  public List<StoreRecord> some(Collection<RecordRef> refs) {
    return refs.stream().map(RecordRef::id).filter(records::containsKey).map(records::get).toList();
  }

  @Override
  public synchronized List<Outcome> write(String key, List<Write> writes, Instant deadline) {
    requests.add(List.copyOf(writes));
    return answering.answer(writes, writes.stream().map(this::write).toList());
  }

  private Outcome write(Write write) {
    StoreRecord found = records.get(write.ref().id());
    if (found == null) {
      return new Outcome.Failed("it is gone");
    }
    if (has(found, write.after())) {
      return new Outcome.AlreadySo();
    }
    if (!has(found, write.before())) {
      return new Outcome.Conflict(found.values(), "it moved");
    }
    records.put(found.id(), with(found, write.after()));
    return new Outcome.Applied();
  }

  private static boolean has(StoreRecord found, Map<String, Value> values) {
    return values.entrySet().stream()
        .allMatch(field -> found.value(field.getKey()).equals(field.getValue()));
  }

  private static StoreRecord with(StoreRecord found, Map<String, Value> values) {
    Map<String, Value> merged = new HashMap<>(found.values());
    merged.putAll(values);
    return new StoreRecord(
        found.ref(),
        found.name(),
        found.sku(),
        found.options(),
        merged,
        found.facets(),
        found.restriction());
  }
}
