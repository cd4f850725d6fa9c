package dev.trueup.store.woocommerce;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Lets conversations with a shop begin in the order in which they asked for their turn, as many at
/// once as its [AdaptiveLimit] allows.
///
/// What is read in order to be written is one conversation: between its requests it never waits
/// behind others, because all that time a sale could pass unseen.
final class Turns {
  private final AdaptiveLimit limit = new AdaptiveLimit();
  private final Semaphore turnstile = new Semaphore(1, true);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final InstantSource clock;
  private final Pause pause;

  Turns(InstantSource clock, Pause pause) {
    this.clock = clock;
    this.pause = pause;
  }

  /// Leave to send requests one after the other.
  final class Turn implements AutoCloseable {
    AdaptiveLimit.Sent send(String kind) {
      return limit.send(kind, clock.instant());
    }

    void answered(AdaptiveLimit.Sent sent) {
      limit.answered(sent, clock.instant());
      signal();
    }

    /// @param wait how long the shop asks to be left alone
    void overloaded(AdaptiveLimit.Sent sent, Duration wait) {
      limit.overloaded(sent, wait, clock.instant());
      signal();
    }

    @Override
    public void close() {
      limit.leave();
      signal();
    }
  }

  /// Waits for a turn.
  ///
  /// @return null when it would come after the deadline
  @Nullable Turn take(Instant deadline) throws InterruptedException {
    if (!turnstile.tryAcquire(nanosUntil(deadline), TimeUnit.NANOSECONDS)) {
      return null;
    }
    try {
      while (!enter(deadline)) {
        Duration held = limit.held(clock.instant());
        if (!clock.instant().plus(held).isBefore(deadline)) {
          return null;
        }
        if (held.isPositive()) {
          pause.sleep(held);
        }
      }
      return new Turn();
    } finally {
      turnstile.release();
    }
  }

  /// Waits for a place, but not for the end of a pause.
  private boolean enter(Instant deadline) throws InterruptedException {
    long nanos = nanosUntil(deadline);
    lock.lockInterruptibly();
    try {
      while (!limit.tryEnter(clock.instant())) {
        if (nanos <= 0 || limit.held(clock.instant()).isPositive()) {
          return false;
        }
        nanos = changed.awaitNanos(nanos);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void signal() {
    lock.lock();
    try {
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  private long nanosUntil(Instant deadline) {
    Duration left = Duration.between(clock.instant(), deadline);
    Duration longest = Duration.ofDays(1);
    return left.isNegative() ? 0 : (left.compareTo(longest) < 0 ? left : longest).toNanos();
  }
}
