package dev.trueup.ledger;

import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/// Items of a query, read when they are asked for. Where the query has a limit, it grows from page
/// to page: a short look stays cheap, a long one soon takes full pages of 1 MB.
final class Pages implements Iterator<Item> {
  static final int FIRST = 2;
  private static final int GROWTH = 2;
  private static final int FULL = 128;

  private final DynamoDbClient client;
  private @Nullable QueryRequest next;
  private Iterator<Map<String, AttributeValue>> page =
      Map.<String, Map<String, AttributeValue>>of().values().iterator();

  Pages(DynamoDbClient client, QueryRequest request) {
    this.client = client;
    this.next = request;
  }

  @Override
  public boolean hasNext() {
    while (!page.hasNext() && next != null) {
      QueryResponse answer = client.query(next);
      page = answer.items().iterator();
      next = answer.hasLastEvaluatedKey() ? after(next, answer) : null;
    }
    return page.hasNext();
  }

  @Override
  public Item next() {
    if (!hasNext()) {
      throw new NoSuchElementException("there are no more items");
    }
    return new Item(page.next());
  }

  private static QueryRequest after(QueryRequest request, QueryResponse answer) {
    @Nullable Integer limit = request.limit();
    var following = request.toBuilder().exclusiveStartKey(answer.lastEvaluatedKey());
    return limit == null ? following.build() : following.limit(grown(limit)).build();
  }

  private static int grown(int limit) {
    return Math.min(limit * GROWTH, FULL);
  }
}
