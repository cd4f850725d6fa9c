package dev.trueup.ledger;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Lets the threads of one process change a run one after the other, so that they do not meet in
/// DynamoDB, where the loser would have to try again. Correctness never depends on it.
final class RunLocks {
  private static final int LOCKS = 64;

  private final List<ReentrantLock> locks =
      Stream.generate(ReentrantLock::new).limit(LOCKS).toList();

  <T> T with(String runId, Supplier<T> work) {
    ReentrantLock lock = locks.get(Math.floorMod(runId.hashCode(), LOCKS));
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
