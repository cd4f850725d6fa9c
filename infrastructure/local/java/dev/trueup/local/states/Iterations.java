package dev.trueup.local.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

/// How Map states run. Always called with the conductor's lock.
///
/// Source of the most that run at once:
/// docs.aws.amazon.com/step-functions/latest/dg/state-map.html.
record Iterations(Conductor conductor, Walker walker, View view) {
  private static final int MOST_INLINE = 40;
  private static final int MOST_DISTRIBUTED = 10_000;

  void begin(Scope scope, State.ForEach state) {
    Bindings bindings = view.bindings(scope);
    JsonNode items = state.items() == null ? scope.stateInput() : state.items().evaluate(bindings);
    if (!items.isArray()) {
      throw StateFailure.query(state.name(), "Items gave " + items.getNodeType() + ", no array");
    }
    int wanted =
        Walker.wholeNumber(state.name(), "MaxConcurrency", state.maxConcurrency(), 0, bindings);
    int most = state.distributed() ? MOST_DISTRIBUTED : MOST_INLINE;
    int concurrency = wanted == 0 ? most : Math.min(wanted, most);
    conductor.record(
        new Event.Mapped(
            scope.path(),
            scope.step(),
            scope.nextAttempt(),
            items.valueStream().toList(),
            concurrency));
    conductor.ready(scope);
  }

  void goOn(Scope scope, Progress.Iterating iterating) {
    State.ForEach state = (State.ForEach) scope.state();
    while (iterating.mayStart()) {
      int index = iterating.next();
      JsonNode input = inputOf(scope, state, index, iterating.item(index));
      conductor.record(
          new Event.IterationStarted(
              scope.path(), scope.step(), index, input, conductor.now().toEpochMilli()));
      conductor.ready(view.execution().scope(scope.childPath(index)).orElseThrow());
    }
    if (iterating.isDone()) {
      ArrayNode result = iterating.result();
      Payloads.checked(result, "the result of '" + state.name() + "'");
      Bindings bindings = view.bindings(scope).with("result", result);
      walker.leave(scope, state.shape(), state.next(), result, bindings);
    }
  }

  private JsonNode inputOf(Scope scope, State.ForEach state, int index, JsonNode item) {
    JsonNode input =
        state.itemSelector() == null
            ? item
            : state.itemSelector().evaluate(view.itemBindings(scope, index, item));
    return Payloads.checked(input, "item " + index + " of '" + state.name() + "'");
  }
}
