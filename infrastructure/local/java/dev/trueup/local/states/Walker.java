package dev.trueup.local.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rules by which a scope goes from state to state. Always called with the conductor's lock.
final class Walker {
  private final Conductor conductor;
  private final Services services;
  private final Execution execution;
  private final View view;
  private final Tasks tasks;
  private final Iterations iterations;

  Walker(Conductor conductor, Services services, Execution execution) {
    this.conductor = conductor;
    this.services = services;
    this.execution = execution;
    this.view = new View(services, execution);
    this.tasks = new Tasks(conductor, this, services, execution);
    this.iterations = new Iterations(conductor, this, view);
  }

  Tasks tasks() {
    return tasks;
  }

  View view() {
    return view;
  }

  /// After a restart: what was under way goes out again where that is needed.
  void resume(Scope scope) {
    if (scope.progress() instanceof Progress.Attempt attempt) {
      tasks.relaunch(scope, attempt);
    }
    conductor.ready(scope);
  }

  void advance(Scope scope) {
    if (execution.scope(scope.path()).orElse(null) != scope) {
      return;
    }
    try {
      switch (scope.progress()) {
        case Progress.Fresh _ -> begin(scope);
        case Progress.Attempt attempt -> tasks.checkTime(scope, attempt);
        case Progress.BackingOff(Instant until) -> whenDue(scope, until, () -> begin(scope));
        case Progress.Waiting(Instant until) -> whenDue(scope, until, () -> waited(scope));
        case Progress.Iterating iterating -> iterations.goOn(scope, iterating);
      }
    } catch (StateFailure failure) {
      fail(scope, failure);
    }
  }

  private void whenDue(Scope scope, Instant when, Runnable action) {
    if (conductor.now().isBefore(when)) {
      conductor.arm(scope);
    } else {
      action.run();
    }
  }

  private void begin(Scope scope) {
    switch (scope.state()) {
      case State.Pass pass ->
          leave(scope, pass.shape(), pass.next(), scope.stateInput(), view.bindings(scope));
      case State.Succeed succeed ->
          leave(scope, succeed.shape(), null, scope.stateInput(), view.bindings(scope));
      case State.Fail fail -> failScope(scope, failureOf(fail, view.bindings(scope)));
      case State.Choice choice -> choose(scope, choice);
      case State.Wait wait -> startWaiting(scope, wait);
      case State.Task task -> tasks.begin(scope, task);
      case State.ForEach forEach -> iterations.begin(scope, forEach);
    }
  }

  private static StateFailure failureOf(State.Fail fail, Bindings bindings) {
    return new StateFailure(
        text(fail.name(), fail.error(), bindings), text(fail.name(), fail.cause(), bindings));
  }

  private static String text(String state, @Nullable Template template, Bindings bindings) {
    JsonNode value = template == null ? null : template.evaluate(bindings);
    if (value != null && !value.isTextual()) {
      throw StateFailure.query(state, "Error and Cause must be strings");
    }
    return value == null ? "" : value.textValue();
  }

  private void choose(Scope scope, State.Choice choice) {
    Bindings bindings = view.bindings(scope);
    for (State.Rule rule : choice.rules()) {
      JsonNode holds = rule.condition().evaluate(bindings);
      if (!holds.isBoolean()) {
        throw StateFailure.query(choice.name(), "a Condition gave " + holds);
      }
      if (holds.booleanValue()) {
        leave(scope, rule.shape(), rule.next(), scope.stateInput(), bindings);
        return;
      }
    }
    if (choice.otherwise() == null) {
      throw new StateFailure(StateFailure.NO_CHOICE, "no rule of '" + choice.name() + "' matched");
    }
    leave(scope, choice.shape(), choice.otherwise(), scope.stateInput(), bindings);
  }

  private void startWaiting(Scope scope, State.Wait wait) {
    Bindings bindings = view.bindings(scope);
    Instant until =
        wait.seconds() == null
            ? timestamp(wait, bindings)
            : scope
                .enteredAt()
                .plusSeconds(wholeNumber(wait.name(), "Seconds", wait.seconds(), 0, bindings));
    conductor.record(new Event.WaitScheduled(scope.path(), scope.step(), until.toEpochMilli()));
    whenDue(scope, until, () -> waited(scope));
  }

  private static Instant timestamp(State.Wait wait, Bindings bindings) {
    JsonNode value =
        java.util.Objects.requireNonNull(wait.timestamp(), "timestamp").evaluate(bindings);
    try {
      return java.time.OffsetDateTime.parse(value.asText()).toInstant();
    } catch (DateTimeParseException e) {
      throw StateFailure.query(wait.name(), "Timestamp is " + value + ", not RFC 3339");
    }
  }

  private void waited(Scope scope) {
    State.Wait wait = (State.Wait) scope.state();
    leave(scope, wait.shape(), wait.next(), scope.stateInput(), view.bindings(scope));
  }

  static int wholeNumber(
      String state, String field, Template template, int atLeast, Bindings bindings) {
    JsonNode value = template.evaluate(bindings);
    if (!value.isIntegralNumber() || value.longValue() < atLeast || !value.canConvertToInt()) {
      throw StateFailure.query(state, field + " is " + value);
    }
    return value.intValue();
  }

  /// Makes the output and the variables of a state that is done, and enters the next one.
  ///
  /// @param fallback the output where the state says nothing about it
  void leave(
      Scope scope, State.Shape shape, @Nullable String next, JsonNode fallback, Bindings bindings) {
    String what = "the output of '" + scope.state().name() + "'";
    JsonNode output =
        Payloads.checked(
            shape.output() == null ? fallback : shape.output().evaluate(bindings), what);
    Map<String, JsonNode> assigned = new LinkedHashMap<>();
    ObjectNode together = JsonNodeFactory.instance.objectNode();
    shape.assign().forEach((name, value) -> assigned.put(name, value.evaluate(bindings)));
    together.setAll(assigned);
    Payloads.checked(together, "what '" + scope.state().name() + "' assigns");
    scope.timer(null);
    if (next == null) {
      finish(scope, output);
      return;
    }
    conductor.record(
        new Event.Entered(
            scope.path(),
            scope.step() + 1,
            next,
            output,
            assigned,
            conductor.now().toEpochMilli()));
    conductor.ready(scope);
  }

  private void finish(Scope scope, JsonNode output) {
    Scope parent = scope.parent();
    if (parent == null) {
      conductor.end("SUCCEEDED", output, null, null);
      return;
    }
    conductor.record(new Event.IterationEnded(parent.path(), parent.step(), scope.index(), output));
    conductor.ready(parent);
  }

  /// Retries, catches, or lets the failure end the scope.
  void fail(Scope scope, StateFailure failure) {
    State.Recovery recovery = recovery(scope.state());
    if (retries(scope, recovery.retriers(), failure)) {
      return;
    }
    for (State.Catcher catcher : recovery.catchers()) {
      if (catcher.errors().match(failure.error())) {
        caught(scope, catcher, failure);
        return;
      }
    }
    failScope(scope, failure);
  }

  private static State.Recovery recovery(State state) {
    return switch (state) {
      case State.Task task -> task.recovery();
      case State.ForEach forEach -> forEach.recovery();
      case State.Pass _, State.Choice _, State.Wait _, State.Succeed _, State.Fail _ ->
          State.Recovery.NONE;
    };
  }

  /// The first retrier that matches decides, even if it has no attempt left.
  private boolean retries(Scope scope, List<State.Retrier> retriers, StateFailure failure) {
    for (int i = 0; i < retriers.size(); i++) {
      State.Retrier retrier = retriers.get(i);
      if (retrier.errors().match(failure.error())) {
        if (scope.retries(i) >= retrier.maxAttempts()) {
          return false;
        }
        Duration delay = retrier.delay(scope.retries(i));
        long millis =
            retrier.fullJitter()
                ? services.random().nextLong(delay.toMillis() + 1)
                : delay.toMillis();
        conductor.record(
            new Event.RetryScheduled(
                scope.path(),
                scope.step(),
                i,
                failure.error(),
                conductor.now().toEpochMilli() + millis));
        conductor.arm(scope);
        return true;
      }
    }
    return false;
  }

  private void caught(Scope scope, State.Catcher catcher, StateFailure failure) {
    ObjectNode error =
        JsonNodeFactory.instance
            .objectNode()
            .put("Error", failure.error())
            .put("Cause", failure.cause());
    Bindings bindings = view.bindings(scope).with("errorOutput", error);
    try {
      leave(scope, catcher.shape(), catcher.next(), error, bindings);
    } catch (StateFailure second) {
      failScope(scope, second);
    }
  }

  private void failScope(Scope scope, StateFailure failure) {
    Scope parent = scope.parent();
    if (parent == null) {
      conductor.end("FAILED", null, failure.error(), failure.cause());
    } else if (((State.ForEach) parent.state()).distributed()) {
      String why = "item " + scope.index() + " failed with " + failure.getMessage();
      fail(parent, new StateFailure(StateFailure.TOLERATED, why));
    } else {
      fail(parent, failure);
    }
  }
}
