package dev.trueup.ledger;

import dev.trueup.run.Audit;
import dev.trueup.run.AuditEntry;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// The audit trail: an entry is put where no item is yet, the one after the last, together with the
/// key of its fact; who comes second reads the new last one and tries again. Nothing of it expires.
record DynamoAudit(Table table) implements Audit {
  private static final String NEW = "attribute_not_exists(pk)";
  private static final int DIGITS = 15;
  private static final long MOST = 999_999_999_999_999L;

  @Override
  public void append(String pair, Fact fact) {
    new Collision(table).retried(() -> appendOnce(pair, fact));
  }

  private Fact appendOnce(String pair, Fact fact) {
    Key told = new Key(partition(pair), "FACT#" + fact.key());
    if (table.get(told).isPresent()) {
      return fact;
    }
    AuditEntry entry =
        AuditEntry.after(before(pair, Long.MAX_VALUE, 1).stream().findFirst(), pair, fact);
    try {
      table
          .client()
          .transactWriteItems(
              write -> write.transactItems(putNew(Item.at(told)), putNew(item(entry))));
    } catch (TransactionCanceledException e) {
      if (!Collision.unmet(e, 0)) {
        throw e;
      }
    }
    return fact;
  }

  @Override
  public List<AuditEntry> before(String pair, long seq, int limit) {
    return table.stream(
            entries(pair, Math.min(seq - 1, MOST)).scanIndexForward(false).limit(limit).build())
        .limit(limit)
        .map(item -> entry(pair, item))
        .toList();
  }

  @Override
  public Stream<AuditEntry> all(String pair) {
    return table.stream(entries(pair, MOST).build()).map(item -> entry(pair, item));
  }

  private QueryRequest.Builder entries(String pair, long last) {
    return table
        .query("pk = :pk AND sk BETWEEN :first AND :last")
        .expressionAttributeValues(
            Map.of(
                ":pk", AttributeValue.fromS(partition(pair)),
                ":first", AttributeValue.fromS(Key.number(0, DIGITS)),
                ":last", AttributeValue.fromS(Key.number(last, DIGITS))));
  }

  private TransactWriteItem putNew(Item item) {
    return TransactWriteItem.builder()
        .put(put -> put.tableName(table.name()).item(item.attributes()).conditionExpression(NEW))
        .build();
  }

  private static Item item(AuditEntry entry) {
    Fact fact = entry.fact();
    return Item.at(new Key(partition(entry.pair()), Key.number(entry.seq(), DIGITS)))
        .with("fact", fact.key())
        .with("at", fact.at().toString())
        .with("by", fact.by())
        .with("what", fact.what().code())
        .with("runId", fact.runId())
        .with("digest", fact.digest())
        .with("detail", fact.detail())
        .with("previous", entry.previous())
        .with("hash", entry.hash());
  }

  private static AuditEntry entry(String pair, Item item) {
    String what = item.text("what").toUpperCase(Locale.ROOT).replace('-', '_');
    var fact =
        new Fact(
            item.text("fact"),
            Instant.parse(item.text("at")),
            item.text("by"),
            What.valueOf(what),
            item.text("runId"),
            item.text("digest"),
            item.text("detail"));
    return new AuditEntry(
        pair, Long.parseLong(item.key().sk()), fact, item.text("previous"), item.text("hash"));
  }

  private static String partition(String pair) {
    return "AUDIT#" + pair;
  }
}
