package dev.trueup.local.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One execution: the sum of its events. Not safe for several threads; a [Conductor] guards it.
final class Execution {
  static final String RUNNING = "RUNNING";

  private final String name;
  private final JsonNode input;
  private final Instant startedAt;
  private final Map<String, Scope> scopes = new LinkedHashMap<>();
  private final List<String> visited = new ArrayList<>();
  private Event.@Nullable Ended end;

  Execution(Flow flow, Event.Started started) {
    name = started.name();
    input = started.input();
    startedAt = Instant.ofEpochMilli(started.atMillis());
    scopes.put("", new Scope("", null, 0, flow, input, startedAt));
    visited.add(flow.startAt());
  }

  /// @throws StateFailure if the definition no longer has what the event speaks of
  void apply(Event event) {
    switch (event) {
      case Event.Started _ -> throw new IllegalStateException("started twice");
      case Event.Entered e -> enter(e);
      case Event.Attempted e ->
          at(e.scope())
              .progress(
                  new Progress.Attempt(
                      e.attempt(),
                      e.arguments(),
                      e.timeoutAtMillis() == null
                          ? null
                          : Instant.ofEpochMilli(e.timeoutAtMillis()),
                      e.heartbeatMillis() == null ? null : Duration.ofMillis(e.heartbeatMillis()),
                      Instant.ofEpochMilli(e.atMillis()),
                      false));
      case Event.Sent e -> change(e.scope(), attempt -> sent(attempt));
      case Event.HeardFrom e ->
          change(e.scope(), attempt -> heard(attempt, Instant.ofEpochMilli(e.atMillis())));
      case Event.RetryScheduled e -> {
        Scope scope = at(e.scope());
        dropIterations(scope);
        scope.retried(e.retrier());
        scope.progress(new Progress.BackingOff(Instant.ofEpochMilli(e.untilMillis())));
      }
      case Event.WaitScheduled e ->
          at(e.scope()).progress(new Progress.Waiting(Instant.ofEpochMilli(e.untilMillis())));
      case Event.Mapped e ->
          at(e.scope()).progress(new Progress.Iterating(e.attempt(), e.items(), e.concurrency()));
      case Event.IterationStarted e -> startIteration(e);
      case Event.IterationEnded e -> endIteration(e);
      case Event.Ended e -> {
        end = e;
        scopes.values().forEach(scope -> scope.timer(null));
        scopes.clear();
      }
    }
  }

  private void enter(Event.Entered event) {
    Scope scope = at(event.scope());
    dropIterations(scope);
    scope.enter(event);
    visited.add(event.state());
  }

  private void startIteration(Event.IterationStarted event) {
    Scope parent = at(event.scope());
    Flow processor = ((State.ForEach) parent.state()).processor();
    String path = parent.childPath(event.index());
    Instant at = Instant.ofEpochMilli(event.atMillis());
    scopes.put(path, new Scope(path, parent, event.index(), processor, event.input(), at));
    if (parent.progress() instanceof Progress.Iterating iterating) {
      iterating.start();
    }
    visited.add(processor.startAt());
  }

  private void endIteration(Event.IterationEnded event) {
    Scope parent = at(event.scope());
    if (parent.progress() instanceof Progress.Iterating iterating) {
      iterating.end(event.index(), event.output());
    }
    Scope child = scopes.remove(parent.childPath(event.index()));
    if (child != null) {
      child.timer(null);
    }
  }

  /// Iterations of a Map state that is left or tried again are no more.
  private void dropIterations(Scope scope) {
    if (scope.state() instanceof State.ForEach) {
      String inner = (scope.path().isEmpty() ? "" : scope.path() + "/") + scope.step() + ".";
      scopes
          .entrySet()
          .removeIf(each -> {
            boolean drop = each.getKey().startsWith(inner);
            if (drop) {
              each.getValue().timer(null);
            }
            return drop;
          });
    }
  }

  private void change(String path, java.util.function.UnaryOperator<Progress.Attempt> change) {
    Scope scope = at(path);
    if (scope.progress() instanceof Progress.Attempt attempt) {
      scope.progress(change.apply(attempt));
    }
  }

  private static Progress.Attempt sent(Progress.Attempt a) {
    return new Progress.Attempt(
        a.number(), a.arguments(), a.timeoutAt(), a.heartbeat(), a.heardAt(), true);
  }

  private static Progress.Attempt heard(Progress.Attempt a, Instant at) {
    return new Progress.Attempt(
        a.number(), a.arguments(), a.timeoutAt(), a.heartbeat(), at, a.sent());
  }

  private Scope at(String path) {
    return Objects.requireNonNull(scopes.get(path), () -> "no scope '" + path + "'");
  }

  Optional<Scope> scope(String path) {
    return Optional.ofNullable(scopes.get(path));
  }

  Collection<Scope> scopes() {
    return List.copyOf(scopes.values());
  }

  String name() {
    return name;
  }

  JsonNode input() {
    return input;
  }

  Instant startedAt() {
    return startedAt;
  }

  List<String> visited() {
    return List.copyOf(visited);
  }

  Optional<Event.Ended> end() {
    return Optional.ofNullable(end);
  }

  String status() {
    return end == null ? RUNNING : end.status();
  }
}
