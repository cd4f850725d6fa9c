package dev.trueup.local.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A flow that runs: the machine's own, or one iteration of a Map state. Changed by events only,
/// except for its timer.
final class Scope {
  private final String path;
  private final @Nullable Scope parent;
  private final int index;
  private final Flow flow;
  private final JsonNode input;
  private final Map<String, JsonNode> variables = new LinkedHashMap<>();
  private final Map<Integer, Integer> retries = new HashMap<>();
  private int step;
  private int attempts;
  private State state;
  private JsonNode stateInput;
  private Instant enteredAt;
  private Progress progress = new Progress.Fresh();
  private Timers.@Nullable Pending timer;

  Scope(
      String path,
      @Nullable Scope parent,
      int index,
      Flow flow,
      JsonNode input,
      Instant startedAt) {
    this.path = path;
    this.parent = parent;
    this.index = index;
    this.flow = flow;
    this.input = input;
    this.step = 1;
    this.state = flow.state(flow.startAt());
    this.stateInput = input;
    this.enteredAt = startedAt;
  }

  void enter(Event.Entered event) {
    variables.putAll(event.assigned());
    retries.clear();
    attempts = 0;
    step = event.step();
    state = flow.state(event.state());
    stateInput = event.input();
    enteredAt = Instant.ofEpochMilli(event.atMillis());
    progress = new Progress.Fresh();
  }

  void progress(Progress next) {
    progress = next;
    switch (next) {
      case Progress.Attempt attempt -> attempts = attempt.number();
      case Progress.Iterating iterating -> attempts = iterating.attempt();
      case Progress.Fresh _, Progress.BackingOff _, Progress.Waiting _ -> {}
    }
  }

  void retried(int retrier) {
    retries.merge(retrier, 1, Integer::sum);
  }

  /// Replaces the timer, if there is one.
  void timer(Timers.@Nullable Pending next) {
    if (timer != null) {
      timer.cancel();
    }
    timer = next;
  }

  /// The path of an iteration of the Map state that this scope is at.
  String childPath(int childIndex) {
    return (path.isEmpty() ? "" : path + "/") + step + "." + attempts + "." + childIndex;
  }

  boolean isAt(int otherStep) {
    return step == otherStep;
  }

  boolean isAt(int otherStep, int attempt) {
    return step == otherStep
        && progress instanceof Progress.Attempt running
        && running.number() == attempt;
  }

  String path() {
    return path;
  }

  @Nullable Scope parent() {
    return parent;
  }

  int index() {
    return index;
  }

  JsonNode input() {
    return input;
  }

  Map<String, JsonNode> variables() {
    return variables;
  }

  int retries(int retrier) {
    return retries.getOrDefault(retrier, 0);
  }

  int retries() {
    return retries.values().stream().mapToInt(Integer::intValue).sum();
  }

  int step() {
    return step;
  }

  int nextAttempt() {
    return attempts + 1;
  }

  State state() {
    return state;
  }

  JsonNode stateInput() {
    return stateInput;
  }

  Instant enteredAt() {
    return enteredAt;
  }

  Progress progress() {
    return progress;
  }
}
