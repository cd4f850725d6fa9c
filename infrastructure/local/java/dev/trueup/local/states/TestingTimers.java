package dev.trueup.local.states;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Timers whose time is moved by hand; due actions run in the thread that moves it, in order.
public final class TestingTimers implements Timers {
  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparing(Entry::when).thenComparingLong(Entry::number));
  private final AtomicLong numbers = new AtomicLong();
  private Instant now;

  private record Entry(Instant when, long number, Runnable action) {}

  public TestingTimers(Instant start) {
    now = start;
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public synchronized Pending at(Instant when, Runnable action) {
    Entry entry = new Entry(when, numbers.incrementAndGet(), action);
    entries.add(entry);
    return () -> remove(entry);
  }

  private synchronized void remove(Entry entry) {
    entries.remove(entry);
  }

  /// How many actions wait for their time.
  public synchronized int pending() {
    return entries.size();
  }

  /// Moves the time, stopping at each action that becomes due on the way.
  public void advance(Duration by) {
    Instant end = instant().plus(by);
    for (Entry due = next(end); due != null; due = next(end)) {
      due.action().run();
    }
    moveTo(end);
  }

  private synchronized @Nullable Entry next(Instant end) {
    Entry first = entries.peek();
    if (first == null || first.when().isAfter(end)) {
      return null;
    }
    entries.poll();
    moveTo(first.when());
    return first;
  }

  private synchronized void moveTo(Instant when) {
    if (when.isAfter(now)) {
      now = when;
    }
  }
}
