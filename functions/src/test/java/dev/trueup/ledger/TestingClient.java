package dev.trueup.ledger;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/// Counts what a ledger asks of DynamoDB and what that consumes, and answers some requests
/// otherwise if told to.
final class TestingClient implements InvocationHandler {
  private final DynamoDbClient real;
  private final List<DynamoDbRequest> requests = new CopyOnWriteArrayList<>();
  private final List<ConsumedCapacity> written = new CopyOnWriteArrayList<>();
  private final List<ConsumedCapacity> read = new CopyOnWriteArrayList<>();
  private volatile Function<DynamoDbRequest, Optional<Object>> instead = _ -> Optional.empty();

  TestingClient(DynamoDbClient real) {
    this.real = real;
  }

  DynamoDbClient client() {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, this);
  }

  /// An answer, or an exception thrown, in the place of DynamoDB's.
  void answering(Function<DynamoDbRequest, Optional<Object>> otherwise) {
    instead = otherwise;
  }

  void forget() {
    requests.clear();
    written.clear();
    read.clear();
  }

  int requests() {
    return requests.size();
  }

  <T extends DynamoDbRequest> List<T> requests(Class<T> type) {
    return requests.stream().filter(type::isInstance).map(type::cast).toList();
  }

  double writeUnits() {
    return written.stream().mapToDouble(ConsumedCapacity::capacityUnits).sum();
  }

  double readUnits() {
    return read.stream().mapToDouble(ConsumedCapacity::capacityUnits).sum();
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args)
      throws Throwable {
    if (args == null || !(args[0] instanceof DynamoDbRequest request)) {
      return method.isDefault()
          ? InvocationHandler.invokeDefault(proxy, method, args)
          : method.invoke(real, args);
    }
    requests.add(request);
    Optional<Object> other = instead.apply(request);
    if (other.isPresent()) {
      return other.get();
    }
    try {
      Object answer = method.invoke(real, metered(request));
      meter(answer);
      return answer;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static DynamoDbRequest metered(DynamoDbRequest request) {
    var total = ReturnConsumedCapacity.TOTAL;
    return switch (request) {
      case GetItemRequest get -> get.toBuilder().returnConsumedCapacity(total).build();
      case BatchGetItemRequest get -> get.toBuilder().returnConsumedCapacity(total).build();
      case QueryRequest query -> query.toBuilder().returnConsumedCapacity(total).build();
      case PutItemRequest put -> put.toBuilder().returnConsumedCapacity(total).build();
      case BatchWriteItemRequest write -> write.toBuilder().returnConsumedCapacity(total).build();
      case TransactWriteItemsRequest write ->
          write.toBuilder().returnConsumedCapacity(total).build();
      default -> request;
    };
  }

  private void meter(Object answer) {
    switch (answer) {
      case GetItemResponse got -> read.add(got.consumedCapacity());
      case BatchGetItemResponse got -> read.addAll(got.consumedCapacity());
      case QueryResponse got -> read.add(got.consumedCapacity());
      case PutItemResponse put -> written.add(put.consumedCapacity());
      case BatchWriteItemResponse put -> written.addAll(put.consumedCapacity());
      case TransactWriteItemsResponse put -> written.addAll(put.consumedCapacity());
      default -> {}
    }
  }
}
