package dev.trueup.ledger;

import dev.trueup.run.Attempt;
import dev.trueup.run.Outcomes;
import dev.trueup.store.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/// Settles attempts: the outcomes and the run's counts change in one transaction.
///
/// A change that was tried in several attempts of its batch counts once, as its latest settled
/// attempt has it. Therefore the counts carry the number of settlements they are made of, and a
/// settlement is refused when another one came between.
record Settling(Table table, Attempts attempts) {
  private static final String SETTLEMENTS = "settlements";

  Attempt settle(String runId, Attempt attempt) {
    if (!attempt.settled()) {
      throw new IllegalArgumentException("an attempt is settled with its outcomes");
    }
    return new Collision(table).retried(() -> once(runId, attempt));
  }

  /// How the changes of a run ended so far; nothing is skipped here.
  static Outcomes outcomes(Optional<Item> counts) {
    return counts
        .map(item ->
            new Outcomes(
                count(item, "applied"),
                count(item, "alreadySo"),
                count(item, "conflict"),
                count(item, "refused"),
                count(item, "failed"),
                count(item, "unknown"),
                0))
        .orElse(Outcomes.NONE);
  }

  private Attempt once(String runId, Attempt attempt) {
    long settlements =
        table.get(Key.outcomes(runId)).map(item -> item.number(SETTLEMENTS)).orElse(0L);
    Map<String, Integer> counts = counts(attempt, rivals(runId, attempt));
    try {
      table
          .client()
          .transactWriteItems(write ->
              write.transactItems(outcomes(runId, attempt), counted(runId, settlements, counts)));
    } catch (TransactionCanceledException e) {
      if (!Collision.unmet(e, 0)) {
        throw e;
      }
    }
    return attempt;
  }

  private List<Attempt> rivals(String runId, Attempt attempt) {
    int first = attempt.seqs().stream().mapToInt(Integer::intValue).min().orElseThrow();
    int last = attempt.seqs().stream().mapToInt(Integer::intValue).max().orElseThrow();
    return attempts.settled(runId, attempt.batch(), first, last);
  }

  /// What the attempt adds to each count: what an earlier attempt said of a change is taken back,
  /// what a later one said stands.
  private static Map<String, Integer> counts(Attempt attempt, List<Attempt> rivals) {
    var counts = new HashMap<String, Integer>();
    for (int seq : attempt.seqs()) {
      Optional<Attempt> latest =
          rivals.stream().filter(rival -> rival.outcomes().containsKey(seq)).reduce((_, b) -> b);
      if (latest.isPresent() && latest.get().number() > attempt.number()) {
        continue;
      }
      latest.ifPresent(rival -> count(counts, rival.outcomes(), seq, -1));
      count(counts, attempt.outcomes(), seq, 1);
    }
    return counts;
  }

  private static void count(
      Map<String, Integer> counts, Map<Integer, Outcome> outcomes, int seq, int by) {
    Outcome outcome = outcomes.get(seq);
    if (outcome != null) {
      counts.merge(outcome.word(), by, Integer::sum);
    }
  }

  private TransactWriteItem outcomes(String runId, Attempt attempt) {
    Put put =
        Put.builder()
            .tableName(table.name())
            .item(attempts.item(runId, attempt).attributes())
            .conditionExpression(Attempts.UNSETTLED)
            .build();
    return TransactWriteItem.builder().put(put).build();
  }

  private TransactWriteItem counted(String runId, long settlements, Map<String, Integer> counts) {
    var names = new HashMap<>(Map.of("#settlements", SETTLEMENTS, "#expires", Key.EXPIRES));
    var values =
        new HashMap<>(
            Map.of(
                ":one", number(1),
                ":settlements", number(settlements),
                ":expires", number(table.expiry().getEpochSecond())));
    var update = new StringBuilder("SET #expires = :expires ADD #settlements :one");
    counts.forEach((word, by) -> {
      names.put("#" + word, word);
      values.put(":" + word, number(by));
      update.append(", #%s :%s".formatted(word, word));
    });
    String condition =
        settlements == 0
            ? "attribute_not_exists(#settlements) OR #settlements = :settlements"
            : "#settlements = :settlements";
    Update counted =
        Update.builder()
            .tableName(table.name())
            .key(Key.outcomes(runId).attributes())
            .updateExpression(update.toString())
            .conditionExpression(condition)
            .expressionAttributeNames(names)
            .expressionAttributeValues(values)
            .build();
    return TransactWriteItem.builder().update(counted).build();
  }

  private static int count(Item item, String word) {
    return Math.toIntExact(item.number(word));
  }

  private static AttributeValue number(long number) {
    return AttributeValue.fromN(Long.toString(number));
  }
}
