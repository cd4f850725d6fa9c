package dev.trueup.ledger;

import dev.trueup.catalog.StoreRecord;
import dev.trueup.compare.Links;
import dev.trueup.plan.Change;
import dev.trueup.run.Attempt;
import dev.trueup.run.Audit;
import dev.trueup.run.Batch;
import dev.trueup.run.Ledger;
import dev.trueup.run.Pair;
import dev.trueup.run.ReviewLink;
import dev.trueup.run.Run;
import dev.trueup.store.Outcome;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/// The ledger in one DynamoDB table. What DynamoDB refuses after the SDK's own retries is thrown as
/// the SDK has it; a call that failed may be made again.
public final class DynamoLedger implements Ledger {
  /// The table's TTL attribute.
  public static final String EXPIRES = Key.EXPIRES;

  private final RunLocks locks = new RunLocks();
  private final Runs runs;
  private final RunList list;
  private final Plans plans;
  private final Attempts attempts;
  private final Settling settling;
  private final Snapshots snapshots;
  private final LinkBuckets links;
  private final Notes notes;
  private final Audit audit;

  /// @param retention how long a run and what belongs to it is kept
  public DynamoLedger(
      DynamoDbClient client, String table, InstantSource clock, Duration retention) {
    this(client, table, clock, retention, DynamoLedger::sleep);
  }

  DynamoLedger(
      DynamoDbClient client,
      String name,
      InstantSource clock,
      Duration retention,
      Consumer<Duration> pause) {
    var table = new Table(client, name, clock, retention, pause);
    var form = new RunForm(table);
    runs = new Runs(table, form);
    list = new RunList(table, form);
    plans = new Plans(table);
    attempts = new Attempts(table);
    settling = new Settling(table, attempts);
    snapshots = new Snapshots(table);
    links = new LinkBuckets(table);
    notes = new Notes(table);
    audit = new DynamoAudit(table);
  }

  /// The table as it has to be; its TTL attribute is [#EXPIRES].
  public static CreateTableRequest table(String name) {
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(
            List.of(
                AttributeDefinition.builder()
                    .attributeName(Key.PK)
                    .attributeType(ScalarAttributeType.S)
                    .build(),
                AttributeDefinition.builder()
                    .attributeName(Key.SK)
                    .attributeType(ScalarAttributeType.S)
                    .build()))
        .keySchema(
            List.of(
                KeySchemaElement.builder().attributeName(Key.PK).keyType(KeyType.HASH).build(),
                KeySchemaElement.builder().attributeName(Key.SK).keyType(KeyType.RANGE).build()))
        .build();
  }

  @Override
  public void open(Run run) {
    runs.open(run);
  }

  @Override
  public Optional<Run> find(String runId) {
    return runs.find(runId);
  }

  @Override
  public Run update(String runId, UnaryOperator<Run> change) {
    return locks.with(runId, () -> runs.update(runId, change));
  }

  @Override
  public Run close(String runId, UnaryOperator<Run> change) {
    return locks.with(runId, () -> runs.close(runId, change));
  }

  @Override
  public RunPage runs(@Nullable String cursor, int limit) {
    return list.page(cursor, limit);
  }

  @Override
  public Optional<Integer> lastSourceRead(Pair pair, String resource) {
    return notes.lastSourceRead(pair, resource);
  }

  @Override
  public void rememberSourceRead(Pair pair, String resource, int records) {
    notes.rememberSourceRead(pair, resource, records);
  }

  @Override
  public void savePlan(String runId, List<Change> changes) {
    plans.save(runId, changes);
  }

  @Override
  public Stream<Change> changes(String runId, int fromSeq) {
    return plans.changes(runId, fromSeq);
  }

  @Override
  public void saveBatches(String runId, List<Batch> batches) {
    attempts.saveBatches(runId, batches);
  }

  @Override
  public Batch batch(String runId, int number) {
    return attempts.batches(runId).stream()
        .filter(batch -> batch.number() == number)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("run " + runId + " has no batch " + number));
  }

  @Override
  public void begin(String runId, Attempt attempt) {
    attempts.begin(runId, attempt);
  }

  @Override
  public void settle(String runId, Attempt attempt) {
    locks.with(runId, () -> settling.settle(runId, attempt));
  }

  @Override
  public List<Attempt> attempts(String runId, int batch) {
    return attempts.of(runId, batch);
  }

  @Override
  public Map<Integer, Outcome> outcomes(String runId, int fromSeq, int toSeq) {
    return attempts.outcomes(runId, fromSeq, toSeq);
  }

  @Override
  public void saveFindings(String runId, Map<Integer, String> findings) {
    notes.saveFindings(runId, findings);
  }

  @Override
  public Map<Integer, String> findings(String runId) {
    return notes.findings(runId);
  }

  @Override
  public void keepToken(String runId, String name, String token) {
    notes.keepToken(runId, name, token);
  }

  @Override
  public Map<String, String> tokens(String runId) {
    return notes.tokens(runId);
  }

  @Override
  public void dropToken(String runId, String name) {
    notes.dropToken(runId, name);
  }

  @Override
  public void keepLink(String runId, ReviewLink link) {
    notes.keepLink(runId, link);
  }

  @Override
  public Optional<ReviewLink> link(String runId) {
    return notes.link(runId);
  }

  @Override
  public void saveSnapshot(String runId, String side, int number, List<StoreRecord> records) {
    snapshots.save(runId, side, number, records);
  }

  @Override
  public Stream<StoreRecord> snapshot(String runId, String side, int count) {
    return snapshots.records(runId, side, count);
  }

  @Override
  public Links links(Pair pair, String resource) {
    return links.links(pair, resource);
  }

  @Override
  public void saveLinks(Pair pair, String resource, Links saved) {
    links.save(pair, resource, saved);
  }

  @Override
  public Audit audit() {
    return audit;
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the ledger waited", e);
    }
  }
}
