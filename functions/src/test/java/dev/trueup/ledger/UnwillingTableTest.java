package dev.trueup.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trueup.run.Attempt;
import dev.trueup.run.Ledger;
import dev.trueup.run.LedgerContract;
import dev.trueup.run.RunStatus;
import dev.trueup.store.Outcome;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/// A table that is busy, throttled or not well.
class UnwillingTableTest {
  private static final String ID = "01M00000000000000001";
  private static final Attempt SETTLED =
      Attempt.begun(1, 1, List.of(1)).settled(List.of(new Outcome.Applied()));

  private final TestingClient testing = new TestingClient(TestingTable.CLIENT);
  private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
  private final Ledger ledger =
      new DynamoLedger(
          testing.client(),
          TestingTable.created(),
          InstantSource.system(),
          Duration.ofDays(90),
          pauses::add);

  @Test
  void writesAgainWhatABatchLeftOut() {
    first(2, BatchWriteItemRequest.class, UnwillingTableTest::nothingWritten);
    ledger.savePlan(ID, LedgerContract.plan(1, 1_000));
    assertThat(ledger.changes(ID, 1)).hasSize(1_000);
    assertThat(pauses).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
  }

  @Test
  void givesUpOnABatchThatIsNeverWritten() {
    first(Integer.MAX_VALUE, BatchWriteItemRequest.class, UnwillingTableTest::nothingWritten);
    assertThatThrownBy(() -> ledger.savePlan(ID, LedgerContract.plan(1, 10_000)))
        .isInstanceOf(ProvisionedThroughputExceededException.class);
    assertThat(ledger.changes(ID, 1)).isEmpty();
  }

  @Test
  void readsAgainWhatABatchLeftOut() {
    ledger.open(LedgerContract.run(ID));
    first(
        1,
        BatchGetItemRequest.class,
        get ->
            BatchGetItemResponse.builder()
                .responses(Map.of())
                .unprocessedKeys(get.requestItems())
                .build());
    assertThat(ledger.runs(null, 5).runs()).hasSize(1);
    assertThat(pauses).hasSize(1);
  }

  @Test
  void settlesAgainWhenATransactionMetAnotherOrWasThrottled() {
    ledger.open(LedgerContract.run(ID));
    var reasons = List.of("TransactionConflict", "ThrottlingError");
    var next = new AtomicInteger();
    first(
        2,
        TransactWriteItemsRequest.class,
        _ -> {
          throw cancelled("None", reasons.get(next.getAndIncrement()));
        });
    ledger.settle(ID, SETTLED);
    assertThat(ledger.find(ID).orElseThrow().outcomes().applied()).isEqualTo(1);
    assertThat(pauses).containsExactly(Duration.ofMillis(20), Duration.ofMillis(40));
  }

  @Test
  void countsASettlementOnceWhenItsAnswerIsLost() {
    ledger.open(LedgerContract.run(ID));
    testing.answering(request -> {
      if (request instanceof TransactWriteItemsRequest write) {
        testing.answering(_ -> Optional.empty());
        TestingTable.CLIENT.transactWriteItems(write);
        throw InternalServerErrorException.builder().message("lost").build();
      }
      return Optional.empty();
    });
    assertThatThrownBy(() -> ledger.settle(ID, SETTLED))
        .isInstanceOf(InternalServerErrorException.class);
    ledger.settle(ID, SETTLED);
    assertThat(ledger.find(ID).orElseThrow().outcomes().applied()).isEqualTo(1);
  }

  @Test
  void givesUpOnATransactionThatIsAlwaysThrottled() {
    first(
        Integer.MAX_VALUE,
        TransactWriteItemsRequest.class,
        _ -> {
          throw cancelled("None", "ProvisionedThroughputExceeded");
        });
    assertThatThrownBy(() -> ledger.settle(ID, SETTLED))
        .isInstanceOf(TransactionCanceledException.class);
    assertThat(testing.requests(TransactWriteItemsRequest.class)).hasSize(20);
    assertThat(ledger.attempts(ID, 1)).isEmpty();
  }

  @Test
  void doesNotRepeatATransactionThatIsWrong() {
    first(
        Integer.MAX_VALUE,
        TransactWriteItemsRequest.class,
        _ -> {
          throw cancelled("None", "ValidationError");
        });
    assertThatThrownBy(() -> ledger.settle(ID, SETTLED))
        .isInstanceOf(TransactionCanceledException.class);
    assertThat(testing.requests(TransactWriteItemsRequest.class)).hasSize(1);
  }

  @Test
  void opensAndClosesARunWhoseLockIsPartOfATransactionJustNow() {
    first(
        1,
        TransactWriteItemsRequest.class,
        _ -> {
          throw cancelled("None", "None", "TransactionConflict");
        });
    ledger.open(LedgerContract.run(ID));
    first(
        1,
        TransactWriteItemsRequest.class,
        _ -> {
          throw cancelled("None", "TransactionConflict");
        });
    ledger.close(ID, run -> run.with(RunStatus.FAILED));
    ledger.open(LedgerContract.run("01M00000000000000002"));
    assertThat(pauses).hasSize(2);
  }

  @Test
  void changesARunThatIsPartOfATransactionJustNow() {
    ledger.open(LedgerContract.run(ID));
    first(
        1,
        PutItemRequest.class,
        _ -> {
          throw TransactionConflictException.builder().message("busy").build();
        });
    assertThat(ledger.update(ID, run -> run.edit().read(3).run()).read()).isEqualTo(3);
    assertThat(pauses).hasSize(1);
  }

  @Test
  void throwsWhatDynamoDbThrows() {
    first(
        1,
        PutItemRequest.class,
        _ -> {
          throw ProvisionedThroughputExceededException.builder().message("slow down").build();
        });
    assertThatThrownBy(() -> ledger.keepToken(ID, "AwaitApproval", "t"))
        .isInstanceOf(ProvisionedThroughputExceededException.class)
        .hasMessageContaining("slow down");
  }

  private interface Answer<T> {
    Object to(T request);
  }

  /// Answers the first requests of a type itself.
  private <T extends DynamoDbRequest> void first(int times, Class<T> type, Answer<T> answer) {
    var answered = new AtomicInteger();
    testing.answering(request ->
        type.isInstance(request) && answered.getAndIncrement() < times
            ? Optional.of(answer.to(type.cast(request)))
            : Optional.empty());
  }

  private static Object nothingWritten(BatchWriteItemRequest write) {
    return BatchWriteItemResponse.builder().unprocessedItems(write.requestItems()).build();
  }

  private static TransactionCanceledException cancelled(String... codes) {
    return TransactionCanceledException.builder()
        .cancellationReasons(
            List.of(codes).stream()
                .map(code -> CancellationReason.builder().code(code).build())
                .toList())
        .build();
  }
}
