package dev.trueup.ledger;

import dev.trueup.json.Json;
import dev.trueup.run.Attempt;
import dev.trueup.run.Batch;
import dev.trueup.store.Outcome;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// The batches of a run, and the write requests of each with their outcomes.
record Attempts(Table table) {
  static final String FIRST = "first";
  static final String LAST = "last";
  static final String SETTLED = "settled";
  static final String UNSETTLED = "attribute_not_exists(" + SETTLED + ")";

  void saveBatches(String runId, List<Batch> batches) {
    Item item = Item.at(batchesOf(runId)).expiring(table.expiry());
    new Body(table).put(item, Body.pack(Json.lines(batches)));
    table.put(item);
  }

  List<Batch> batches(String runId) {
    return table
        .get(batchesOf(runId))
        .map(item -> Json.readLines(new Body(table).of(item), Batch.class))
        .orElse(List.of());
  }

  void begin(String runId, Attempt attempt) {
    try {
      Item item = item(runId, attempt);
      table
          .client()
          .putItem(put ->
              put.tableName(table.name()).item(item.attributes()).conditionExpression(UNSETTLED));
    } catch (ConditionalCheckFailedException e) {
      throw new IllegalStateException(
          "attempt %d of batch %d of run %s is settled"
              .formatted(attempt.number(), attempt.batch(), runId),
          e);
    }
  }

  Item item(String runId, Attempt attempt) {
    Item item =
        Item.at(Key.attempt(runId, attempt.batch(), attempt.number()))
            .with(FIRST, Collections.min(attempt.seqs()))
            .with(LAST, Collections.max(attempt.seqs()))
            .expiring(table.expiry());
    new Body(table).put(item, Body.pack(Json.bytes(attempt)));
    return attempt.settled() ? item.with(SETTLED, 1) : item;
  }

  List<Attempt> of(String runId, int batch) {
    return table
        .startingWith(Key.meta(runId).pk(), Key.attempts(batch))
        .map(this::attempt)
        .toList();
  }

  /// The settled attempts of a batch that may hold a change between two places, by number.
  List<Attempt> settled(String runId, int batch, int fromSeq, int toSeq) {
    var query =
        table
            .startingWithRequest(Key.meta(runId).pk(), Key.attempts(batch))
            .filterExpression("#last >= :from AND #first <= :to AND attribute_exists(settled)")
            .expressionAttributeNames(Map.of("#first", FIRST, "#last", LAST))
            .expressionAttributeValues(
                Map.of(
                    ":pk", AttributeValue.fromS(Key.meta(runId).pk()),
                    ":prefix", AttributeValue.fromS(Key.attempts(batch)),
                    ":from", AttributeValue.fromN(Integer.toString(fromSeq)),
                    ":to", AttributeValue.fromN(Integer.toString(toSeq))));
    return table.stream(query.build()).map(this::attempt).toList();
  }

  Map<Integer, Outcome> outcomes(String runId, int fromSeq, int toSeq) {
    var outcomes = new TreeMap<Integer, Outcome>();
    batches(runId).stream()
        .filter(batch -> reaches(batch, fromSeq, toSeq))
        .flatMap(batch -> settled(runId, batch.number(), fromSeq, toSeq).stream())
        .flatMap(attempt -> within(attempt, fromSeq, toSeq))
        .forEach(outcome -> outcomes.put(outcome.getKey(), outcome.getValue()));
    return Collections.unmodifiableMap(outcomes);
  }

  private static boolean reaches(Batch batch, int fromSeq, int toSeq) {
    return batch.ranges().stream()
        .anyMatch(range -> range.from() <= toSeq && range.to() >= fromSeq);
  }

  private static Stream<Map.Entry<Integer, Outcome>> within(
      Attempt attempt, int fromSeq, int toSeq) {
    return attempt.outcomes().entrySet().stream()
        .filter(outcome -> outcome.getKey() >= fromSeq && outcome.getKey() <= toSeq);
  }

  private Attempt attempt(Item item) {
    return Json.read(new Body(table).of(item), Attempt.class);
  }

  private static Key batchesOf(String runId) {
    return Key.run(runId, "BATCHES");
  }
}
