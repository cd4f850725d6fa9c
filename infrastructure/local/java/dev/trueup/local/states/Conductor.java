package dev.trueup.local.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Moves one execution on, one thread at a time: what happens is written down, takes effect, and
/// leads to what happens next. Nothing waits in a thread here; invocations and messages go out when
/// the lock has been released.
final class Conductor {
  private final Services services;
  private final Execution execution;
  private final Journal journal;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Scope> ready = new ArrayDeque<>();
  private final List<Runnable> effects = new ArrayList<>();
  private final CompletableFuture<Execution> outcome = new CompletableFuture<>();
  private final Walker walker;
  private Timers.@Nullable Pending timeLimit;

  Conductor(Services services, Execution execution, Journal journal) {
    this.services = services;
    this.execution = execution;
    this.journal = journal;
    this.walker = new Walker(this, services, execution);
    if (execution.end().isPresent()) {
      outcome.complete(execution);
    }
  }

  /// Starts a new execution, or goes on with one that was read from its journal.
  void resume() {
    act(() -> {
      execution.scopes().forEach(walker::resume);
      services.machine().timeout().ifPresent(t -> endAt(execution.startedAt().plus(t)));
      return true;
    });
  }

  private void endAt(Instant deadline) {
    Runnable timeUp = () -> act(() -> end("TIMED_OUT", null, null, null));
    timeLimit = services.timers().at(deadline, timeUp);
  }

  boolean stop(@Nullable String error, @Nullable String cause) {
    return act(() -> end("ABORTED", null, error, cause));
  }

  boolean succeed(Token token, JsonNode output) {
    return act(() -> walker.tasks().succeed(token, output));
  }

  boolean fail(Token token, String error, String cause) {
    return act(() -> walker.tasks().fail(token, new StateFailure(error, cause)));
  }

  boolean hear(Token token) {
    return act(() -> walker.tasks().hear(token));
  }

  /// Makes a change, and everything that follows from it.
  ///
  /// @return what the change says; false if the execution has ended
  boolean act(BooleanSupplier change) {
    List<Runnable> due;
    boolean result;
    lock.lock();
    try {
      if (execution.end().isPresent()) {
        return false;
      }
      result = change.getAsBoolean();
      while (!ready.isEmpty() && execution.end().isEmpty()) {
        walker.advance(ready.poll());
      }
      due = List.copyOf(effects);
      effects.clear();
    } finally {
      lock.unlock();
    }
    due.forEach(services.executor()::execute);
    execution.end().ifPresent(_ -> outcome.complete(execution));
    return result;
  }

  /// With the lock only.
  void record(Event event) {
    journal.append(event);
    execution.apply(event);
  }

  /// With the lock only: the scope is looked at before the lock is released.
  void ready(Scope scope) {
    ready.add(scope);
  }

  /// With the lock only: to be done when the lock has been released.
  void effect(Runnable effect) {
    effects.add(effect);
  }

  /// With the lock only: looks at the scope again when its time has come.
  void arm(Scope scope) {
    scope.timer(
        scope
            .progress()
            .deadline()
            .map(when -> services.timers().at(when, () -> lookAgain(scope)))
            .orElse(null));
  }

  private void lookAgain(Scope scope) {
    act(() -> {
      ready(scope);
      return true;
    });
  }

  /// With the lock only.
  boolean end(
      String status, @Nullable JsonNode output, @Nullable String error, @Nullable String cause) {
    record(new Event.Ended(status, output, error, cause, now().toEpochMilli()));
    ready.clear();
    if (timeLimit != null) {
      timeLimit.cancel();
    }
    return true;
  }

  Instant now() {
    return services.timers().instant();
  }

  CompletableFuture<Execution> outcome() {
    return outcome;
  }

  <T> T read(Function<Execution, T> question) {
    lock.lock();
    try {
      return question.apply(execution);
    } finally {
      lock.unlock();
    }
  }
}
