package dev.trueup.ledger;

import dev.trueup.ledger.RunForm.Versioned;
import dev.trueup.run.NoSuchRunException;
import dev.trueup.run.Run;
import dev.trueup.run.RunOpenException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Runs and their locks. A run changes only from the version that was read; the lock is taken and
/// released in the same transaction as the run.
record Runs(Table table, RunForm form) {
  private static final String RUN_ID = "runId";
  private static final String NEW = "attribute_not_exists(pk)";

  Optional<Run> find(String runId) {
    return versioned(runId).map(Versioned::run);
  }

  void open(Run run) {
    new Collision(table).retried(() -> openOnce(run));
  }

  Run update(String runId, UnaryOperator<Run> change) {
    return new Collision(table)
        .retried(() -> {
          Versioned before = existing(runId);
          Run after = change.apply(before.run());
          if (!after.equals(before.run())) {
            write(put(after, before, before.apart()));
          }
          return counted(after, before);
        });
  }

  Run close(String runId, UnaryOperator<Run> change) {
    return new Collision(table)
        .retried(() -> {
          Versioned before = existing(runId);
          Run after = change.apply(before.run());
          if (after.status().open()) {
            throw new IllegalArgumentException(
                "run %s would still be %s".formatted(runId, after.status().code()));
          }
          closeOnce(put(after, before, Set.of()), after);
          return counted(after, before);
        });
  }

  private Optional<Versioned> versioned(String runId) {
    List<Item> items = table.startingWith(Key.meta(runId).pk(), Key.META).toList();
    return items.isEmpty() || !items.getFirst().key().equals(Key.meta(runId))
        ? Optional.empty()
        : Optional.of(form.read(items.getFirst(), items.stream().skip(1).findFirst()));
  }

  private Versioned existing(String runId) {
    return versioned(runId).orElseThrow(() -> new NoSuchRunException(runId));
  }

  private Run openOnce(Run run) {
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(putNew(form.write(run, 1, Set.of())));
    writes.add(
        TransactWriteItem.builder()
            .put(put -> put.tableName(table.name()).item(listed(run).attributes()))
            .build());
    if (run.status().open()) {
      writes.add(putNew(Item.at(Key.lock(run)).with(RUN_ID, run.id())));
    }
    try {
      table.client().transactWriteItems(write -> write.transactItems(writes));
    } catch (TransactionCanceledException e) {
      known(run, e);
    }
    return run;
  }

  /// Returns when the run was opened before and is open still: the answer was lost.
  private static void known(Run run, TransactionCanceledException e) {
    Optional<String> holder =
        run.status().open()
            ? Collision.found(e, 2).map(lock -> lock.text(RUN_ID))
            : Optional.empty();
    if (holder.isPresent() && !holder.get().equals(run.id())) {
      throw new RunOpenException(holder.get());
    }
    if (!Collision.unmet(e, 0)) {
      throw e;
    }
    if (run.status().open() && holder.isEmpty()) {
      throw new IllegalStateException("run " + run.id() + " was opened before and is closed", e);
    }
  }

  private Item listed(Run run) {
    return Item.at(Key.listed(run)).with(RUN_ID, run.id()).expiring(table.expiry());
  }

  private TransactWriteItem putNew(Item item) {
    return TransactWriteItem.builder()
        .put(put ->
            put.tableName(table.name())
                .item(item.attributes())
                .conditionExpression(NEW)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
        .build();
  }

  private Put put(Run after, Versioned before, Set<String> there) {
    Item item = form.write(after, before.version() + 1, there);
    return Put.builder()
        .tableName(table.name())
        .item(item.attributes())
        .conditionExpression("version = :version")
        .expressionAttributeValues(
            Map.of(":version", AttributeValue.fromN(Long.toString(before.version()))))
        .build();
  }

  private void write(Put put) {
    table
        .client()
        .putItem(request ->
            request
                .tableName(put.tableName())
                .item(put.item())
                .conditionExpression(put.conditionExpression())
                .expressionAttributeValues(put.expressionAttributeValues()));
  }

  private void closeOnce(Put put, Run run) {
    Delete unlock =
        Delete.builder()
            .tableName(table.name())
            .key(Key.lock(run).attributes())
            .conditionExpression("runId = :run")
            .expressionAttributeValues(Map.of(":run", AttributeValue.fromS(run.id())))
            .build();
    try {
      table
          .client()
          .transactWriteItems(write ->
              write.transactItems(
                  TransactWriteItem.builder().put(put).build(),
                  TransactWriteItem.builder().delete(unlock).build()));
    } catch (TransactionCanceledException e) {
      if (Collision.unmet(e, 0) || !Collision.unmet(e, 1)) {
        throw e;
      }
      write(put);
    }
  }

  /// The outcome counts are what they were: nobody changes them here.
  private static Run counted(Run after, Versioned before) {
    int skipped = after.outcomes().skipped();
    return after.edit().outcomes(before.run().outcomes().withSkipped(skipped)).run();
  }
}
