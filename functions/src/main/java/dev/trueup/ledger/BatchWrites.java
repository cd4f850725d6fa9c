package dev.trueup.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// Writes many items, several requests in flight. What DynamoDB leaves out is sent again, paced.
record BatchWrites(Table table) {
  /// BatchWriteItem takes 25 items and 16 MB; an item has 400 KB at most.
  private static final int ITEMS_PER_REQUEST = 25;

  private static final int IN_FLIGHT = 8;

  void put(Collection<Item> items) {
    write(
        items.stream()
            .map(Item::attributes)
            .map(item -> WriteRequest.builder().putRequest(put -> put.item(item)).build())
            .toList());
  }

  void delete(Collection<Key> keys) {
    write(
        keys.stream()
            .map(Key::attributes)
            .map(key -> WriteRequest.builder().deleteRequest(delete -> delete.key(key)).build())
            .toList());
  }

  private void write(List<WriteRequest> writes) {
    if (writes.size() <= ITEMS_PER_REQUEST) {
      one(writes);
      return;
    }
    var places = new Semaphore(IN_FLIGHT);
    var sent = new ArrayList<Future<?>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int from = 0; from < writes.size(); from += ITEMS_PER_REQUEST) {
        int to = Math.min(from + ITEMS_PER_REQUEST, writes.size());
        List<WriteRequest> request = writes.subList(from, to);
        sent.add(threads.submit(() -> inPlace(places, request)));
      }
    }
    sent.forEach(BatchWrites::join);
  }

  private void inPlace(Semaphore places, List<WriteRequest> request) {
    places.acquireUninterruptibly();
    try {
      one(request);
    } finally {
      places.release();
    }
  }

  private void one(List<WriteRequest> request) {
    List<WriteRequest> rest = request;
    for (int round = 0; !rest.isEmpty(); round++) {
      table.pace(round, rest.size());
      Map<String, List<WriteRequest>> items = Map.of(table.name(), rest);
      rest =
          table
              .client()
              .batchWriteItem(write -> write.requestItems(items))
              .unprocessedItems()
              .getOrDefault(table.name(), List.of());
    }
  }

  private static void join(Future<?> write) {
    try {
      write.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while writing", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("the ledger could not be written", e.getCause());
    }
  }
}
