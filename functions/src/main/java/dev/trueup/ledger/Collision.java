package dev.trueup.ledger;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/// What to do when a write met another one, or DynamoDB asks to slow down in the middle of a
/// transaction (the SDK repeats everything but cancelled transactions itself). Reasons of a
/// cancelled transaction: the API reference of TransactWriteItems.
record Collision(Table table) {
  private static final int MOST_TRIES = 20;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
  private static final String CONDITION = "ConditionalCheckFailed";
  private static final Set<String> PASSING =
      Set.of(
          "None",
          CONDITION,
          "TransactionConflict",
          "ThrottlingError",
          "ProvisionedThroughputExceeded");

  /// Tries until it works; `attempt` reads again what it builds on.
  ///
  /// @throws DynamoDbException the last collision, after [#MOST_TRIES]
  <T> T retried(Supplier<T> attempt) {
    for (int tries = 1; ; tries++) {
      try {
        return attempt.get();
      } catch (ConditionalCheckFailedException e) {
        giveUp(e, tries);
      } catch (TransactionConflictException e) {
        giveUp(e, tries);
        rest(tries);
      } catch (TransactionCanceledException e) {
        if (!e.cancellationReasons().stream().allMatch(r -> PASSING.contains(r.code()))) {
          throw e;
        }
        giveUp(e, tries);
        if (e.cancellationReasons().stream().noneMatch(Collision::unmet)) {
          rest(tries);
        }
      }
    }
  }

  /// Whether the condition of one write of a transaction was not met.
  static boolean unmet(TransactionCanceledException e, int write) {
    return unmet(e.cancellationReasons().get(write));
  }

  /// The item that was there instead, where the write asked to be told.
  static Optional<Item> found(TransactionCanceledException e, int write) {
    CancellationReason reason = e.cancellationReasons().get(write);
    return unmet(reason) && reason.hasItem()
        ? Optional.of(new Item(reason.item()))
        : Optional.empty();
  }

  private static boolean unmet(CancellationReason reason) {
    return CONDITION.equals(reason.code());
  }

  private static void giveUp(DynamoDbException e, int tries) {
    if (tries == MOST_TRIES) {
      throw e;
    }
  }

  private void rest(int tries) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries, 10));
    table.pause().accept(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
  }
}
