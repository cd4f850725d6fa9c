package dev.trueup.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// The table: every read is consistent, every list is read page by page.
///
/// @param retention how long what belongs to a run is kept
/// @param pause waits
record Table(
    DynamoDbClient client,
    String name,
    InstantSource clock,
    Duration retention,
    Consumer<Duration> pause) {
  private static final int MOST_ROUNDS = 8;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

  Instant expiry() {
    return clock.instant().plus(retention);
  }

  /// For what belongs to something that expires: TTL deletes in any order, days late.
  Instant laterExpiry() {
    return expiry().plus(Body.LONGER);
  }

  /// Waits before a request is sent again for what DynamoDB left out of it, longer each time.
  ///
  /// @param round 0 for the first request
  /// @throws ProvisionedThroughputExceededException after [#MOST_ROUNDS]
  void pace(int round, int left) {
    if (round == MOST_ROUNDS) {
      throw ProvisionedThroughputExceededException.builder()
          .message("table %s left %d items out, %d times".formatted(name, left, round))
          .build();
    }
    if (round > 0) {
      pause.accept(FIRST_PAUSE.multipliedBy(1L << round));
    }
  }

  Optional<Item> get(Key key) {
    var answer =
        client.getItem(get -> get.tableName(name).key(key.attributes()).consistentRead(true));
    return answer.hasItem() ? Optional.of(new Item(answer.item())) : Optional.empty();
  }

  void put(Item item) {
    client.putItem(put -> put.tableName(name).item(item.attributes()));
  }

  void delete(Key key) {
    client.deleteItem(delete -> delete.tableName(name).key(key.attributes()));
  }

  void putAll(Collection<Item> items) {
    new BatchWrites(this).put(items);
  }

  void deleteAll(Collection<Key> keys) {
    new BatchWrites(this).delete(keys);
  }

  /// The items of a partition whose sort key begins so, in order.
  Stream<Item> startingWith(String pk, String prefix) {
    return stream(startingWithRequest(pk, prefix).build());
  }

  QueryRequest.Builder startingWithRequest(String pk, String prefix) {
    return query("pk = :pk AND begins_with(sk, :prefix)")
        .expressionAttributeValues(values(":pk", pk, ":prefix", prefix));
  }

  /// The items of a partition between two sort keys, both included, in order; a reader that stops
  /// early has paid for little more than it took.
  Stream<Item> between(String pk, String from, String to) {
    return stream(
        query("pk = :pk AND sk BETWEEN :from AND :to")
            .expressionAttributeValues(
                Map.of(
                    ":pk", AttributeValue.fromS(pk),
                    ":from", AttributeValue.fromS(from),
                    ":to", AttributeValue.fromS(to)))
            .limit(Pages.FIRST)
            .build());
  }

  Stream<Item> stream(QueryRequest request) {
    var pages = new Pages(client, request);
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(pages, Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  QueryRequest.Builder query(String condition) {
    return QueryRequest.builder()
        .tableName(name)
        .consistentRead(true)
        .keyConditionExpression(condition);
  }

  private static Map<String, AttributeValue> values(
      String name, String value, String other, String otherValue) {
    return Map.of(name, AttributeValue.fromS(value), other, AttributeValue.fromS(otherValue));
  }
}
