package dev.trueup.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.trueup.catalog.Platform;
import dev.trueup.catalog.StoreRecord;
import dev.trueup.compare.Links;
import dev.trueup.plan.Change;
import dev.trueup.store.Outcome;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A ledger for tests, in memory; keeps the same contract as the one in DynamoDB.
public final class InMemoryLedger implements Ledger {
  private static final Comparator<Run> NEWEST_FIRST =
      Comparator.comparing(Run::createdAt).thenComparing(Run::id).reversed();

  private record Side(String runId, String name) {}

  private record Direction(String pair, Platform source, String resource) {}

  private record Lock(String pair, String resource) {}

  private record Step(int batch, int number) {}

  private final Map<String, Run> runs = new HashMap<>();
  private final Map<Lock, String> locks = new HashMap<>();
  private final Map<Direction, Integer> sourceRead = new HashMap<>();
  private final Map<String, List<Change>> plans = new HashMap<>();
  private final Map<String, List<Batch>> batches = new HashMap<>();
  private final Map<String, Map<Step, Attempt>> attempts = new HashMap<>();
  private final Map<String, Map<Integer, String>> findings = new HashMap<>();
  private final Map<String, ReviewLink> reviewLinks = new HashMap<>();
  private final Map<String, Map<String, String>> tokens = new HashMap<>();
  private final Map<Side, TreeMap<Integer, List<StoreRecord>>> snapshots = new HashMap<>();
  private final Map<Lock, Map<String, String>> links = new HashMap<>();
  private final Audit audit = new InMemoryAudit();

  @Override
  public synchronized void open(Run run) {
    if (run.status().open()) {
      String holder = locks.get(lock(run));
      if (holder != null && !holder.equals(run.id())) {
        throw new RunOpenException(holder);
      }
      if (holder == null && runs.containsKey(run.id())) {
        throw new IllegalStateException("run " + run.id() + " was opened before and is closed");
      }
      locks.put(lock(run), run.id());
    }
    runs.putIfAbsent(run.id(), run.edit().outcomes(skippedOnly(run)).run());
  }

  @Override
  public synchronized Optional<Run> find(String runId) {
    return Optional.ofNullable(runs.get(runId)).map(this::counted);
  }

  @Override
  public synchronized Run update(String runId, UnaryOperator<Run> change) {
    Run changed = change.apply(find(runId).orElseThrow(() -> new NoSuchRunException(runId)));
    runs.put(runId, changed);
    return counted(changed);
  }

  @Override
  public synchronized Run close(String runId, UnaryOperator<Run> change) {
    Run closed = change.apply(find(runId).orElseThrow(() -> new NoSuchRunException(runId)));
    if (closed.status().open()) {
      throw new IllegalArgumentException(
          "run " + runId + " would still be " + closed.status().code());
    }
    runs.put(runId, closed);
    locks.remove(lock(closed), runId);
    return counted(closed);
  }

  @Override
  public synchronized RunPage runs(@Nullable String cursor, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("a page has at least one run");
    }
    List<Run> rest =
        runs.values().stream()
            .filter(run -> cursor == null || position(run).compareTo(decoded(cursor)) < 0)
            .sorted(NEWEST_FIRST)
            .map(this::counted)
            .toList();
    List<Run> page = rest.stream().limit(limit).toList();
    return new RunPage(page, rest.size() > limit ? encoded(position(page.getLast())) : null);
  }

  @Override
  public synchronized Optional<Integer> lastSourceRead(Pair pair, String resource) {
    return Optional.ofNullable(sourceRead.get(direction(pair, resource)));
  }

  @Override
  public synchronized void rememberSourceRead(Pair pair, String resource, int records) {
    sourceRead.put(direction(pair, resource), records);
  }

  @Override
  public synchronized void savePlan(String runId, List<Change> changes) {
    plans.put(runId, List.copyOf(changes));
  }

  @Override
  public synchronized Stream<Change> changes(String runId, int fromSeq) {
    return plans.getOrDefault(runId, List.of()).stream().filter(change -> change.seq() >= fromSeq);
  }

  @Override
  public synchronized void saveBatches(String runId, List<Batch> list) {
    batches.put(runId, List.copyOf(list));
  }

  @Override
  public synchronized Batch batch(String runId, int number) {
    return batches.getOrDefault(runId, List.of()).stream()
        .filter(batch -> batch.number() == number)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("run " + runId + " has no batch " + number));
  }

  @Override
  public synchronized void begin(String runId, Attempt attempt) {
    Attempt known = of(runId).get(step(attempt));
    if (known != null && known.settled()) {
      throw new IllegalStateException(
          "attempt %d of batch %d of run %s is settled"
              .formatted(attempt.number(), attempt.batch(), runId));
    }
    of(runId).put(step(attempt), attempt);
  }

  @Override
  public synchronized void settle(String runId, Attempt attempt) {
    if (!attempt.settled()) {
      throw new IllegalArgumentException("an attempt is settled with its outcomes");
    }
    of(runId).merge(step(attempt), attempt, (known, now) -> known.settled() ? known : now);
  }

  @Override
  public synchronized List<Attempt> attempts(String runId, int batch) {
    return of(runId).values().stream()
        .filter(attempt -> attempt.batch() == batch)
        .sorted(Comparator.comparingInt(Attempt::number))
        .toList();
  }

  @Override
  public synchronized Map<Integer, Outcome> outcomes(String runId, int fromSeq, int toSeq) {
    var outcomes = new TreeMap<Integer, Outcome>();
    of(runId).values().stream()
        .sorted(Comparator.comparingInt(Attempt::batch).thenComparingInt(Attempt::number))
        .forEach(attempt -> outcomes.putAll(attempt.outcomes()));
    return toSeq < fromSeq ? Map.of() : Map.copyOf(outcomes.subMap(fromSeq, true, toSeq, true));
  }

  @Override
  public synchronized void saveFindings(String runId, Map<Integer, String> found) {
    findings.computeIfAbsent(runId, _ -> new HashMap<>()).putAll(found);
  }

  @Override
  public synchronized Map<Integer, String> findings(String runId) {
    return Map.copyOf(findings.getOrDefault(runId, Map.of()));
  }

  @Override
  public synchronized void keepToken(String runId, String name, String token) {
    tokens.computeIfAbsent(runId, _ -> new HashMap<>()).put(name, token);
  }

  @Override
  public synchronized Map<String, String> tokens(String runId) {
    return Map.copyOf(tokens.getOrDefault(runId, Map.of()));
  }

  @Override
  public synchronized void dropToken(String runId, String name) {
    tokens.getOrDefault(runId, new HashMap<>()).remove(name);
  }

  @Override
  public synchronized void keepLink(String runId, ReviewLink link) {
    reviewLinks.put(runId, link);
  }

  @Override
  public synchronized Optional<ReviewLink> link(String runId) {
    return Optional.ofNullable(reviewLinks.get(runId));
  }

  @Override
  public synchronized void saveSnapshot(
      String runId, String side, int number, List<StoreRecord> records) {
    snapshots
        .computeIfAbsent(new Side(runId, side), _ -> new TreeMap<>())
        .put(number, List.copyOf(records));
  }

  @Override
  public synchronized Stream<StoreRecord> snapshot(String runId, String side, int count) {
    var numbered = snapshots.getOrDefault(new Side(runId, side), new TreeMap<>());
    return new ArrayList<>(numbered.values()).stream().limit(count).flatMap(List::stream);
  }

  @Override
  public synchronized Links links(Pair pair, String resource) {
    Map<String, String> kept = links.getOrDefault(new Lock(pair.key(), resource), Map.of());
    return new Links(pair.sourceOfTruth() == Platform.WOOCOMMERCE ? kept : turned(kept));
  }

  @Override
  public synchronized void saveLinks(Pair pair, String resource, Links saved) {
    Map<String, String> ids = saved.destinationIds();
    links.put(
        new Lock(pair.key(), resource),
        pair.sourceOfTruth() == Platform.WOOCOMMERCE ? ids : turned(ids));
  }

  @Override
  public Audit audit() {
    return audit;
  }

  private static Map<String, String> turned(Map<String, String> ids) {
    return ids.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getValue, Map.Entry::getKey, (first, _) -> first));
  }

  private Map<Step, Attempt> of(String runId) {
    return attempts.computeIfAbsent(runId, _ -> new HashMap<>());
  }

  private Run counted(Run run) {
    var counts = Outcomes.of(outcomes(run.id(), 1, Integer.MAX_VALUE).values());
    return run.edit().outcomes(counts.withSkipped(run.outcomes().skipped())).run();
  }

  private static Outcomes skippedOnly(Run run) {
    return Outcomes.NONE.withSkipped(run.outcomes().skipped());
  }

  private static Lock lock(Run run) {
    return new Lock(run.pair().key(), run.resource());
  }

  private static Direction direction(Pair pair, String resource) {
    return new Direction(pair.key(), pair.sourceOfTruth(), resource);
  }

  private static Step step(Attempt attempt) {
    return new Step(attempt.batch(), attempt.number());
  }

  private static String position(Run run) {
    return "%015d#%s".formatted(run.createdAt().toEpochMilli(), run.id());
  }

  private static String encoded(String position) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(UTF_8));
  }

  private static String decoded(String cursor) {
    String position;
    try {
      position = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
    } catch (IllegalArgumentException _) {
      position = "";
    }
    if (!position.matches("\\d{15}#\\S{1,100}")) {
      throw new IllegalArgumentException("this cursor was not given by this list of runs");
    }
    return position;
  }
}
