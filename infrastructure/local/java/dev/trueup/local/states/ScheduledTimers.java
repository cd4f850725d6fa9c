package dev.trueup.local.states;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Timers of the real clock. Actions run on virtual threads.
public final class ScheduledTimers implements Timers, AutoCloseable {
  /// A machine that was asleep finds out after this long, not after the rest of a long wait.
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  private final InstantSource clock = InstantSource.system();
  private final ScheduledThreadPoolExecutor executor =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("timers").factory());

  public ScheduledTimers() {
    executor.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Instant instant() {
    return clock.instant();
  }

  @Override
  public Pending at(Instant when, Runnable action) {
    AtomicBoolean over = new AtomicBoolean();
    schedule(
        when,
        () -> {
          if (over.compareAndSet(false, true)) {
            Thread.startVirtualThread(action);
          }
        },
        over);
    return () -> over.set(true);
  }

  private void schedule(Instant when, Runnable action, AtomicBoolean over) {
    Duration left = Duration.between(instant(), when);
    if (over.get() || executor.isShutdown()) {
      return;
    }
    if (!left.isPositive()) {
      action.run();
      return;
    }
    Duration delay = left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN;
    var _ =
        executor.schedule(
            () -> schedule(when, action, over), delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
