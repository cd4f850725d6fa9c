package dev.trueup.local.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the expressions of the state that a scope is at can see.
///
/// The context object is that of
/// docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html, without the role.
record View(Services services, Execution execution) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  Bindings bindings(Scope scope) {
    return bindings(scope, context(scope));
  }

  /// For one item of a Map state.
  Bindings itemBindings(Scope scope, int index, JsonNode item) {
    ObjectNode context = context(scope);
    context.set("Map", mapItem(index, item));
    return bindings(scope, context);
  }

  private Bindings bindings(Scope scope, ObjectNode context) {
    return new Bindings(
        variables(scope),
        Map.of("input", scope.stateInput(), "context", context),
        services.timers().instant());
  }

  private static Map<String, JsonNode> variables(Scope scope) {
    Scope outer = isOwnExecution(scope) ? null : scope.parent();
    Map<String, JsonNode> visible = outer == null ? new HashMap<>() : variables(outer);
    visible.putAll(scope.variables());
    return visible;
  }

  /// The token of the attempt that runs or is about to.
  Token token(Scope scope) {
    int attempt =
        scope.progress() instanceof Progress.Attempt running
            ? running.number()
            : scope.nextAttempt();
    return new Token(execution.name(), scope.path(), scope.step(), attempt);
  }

  private ObjectNode context(Scope scope) {
    ObjectNode context = JSON.objectNode();
    context.set("Execution", executionContext(scope));
    context.putObject("StateMachine").put("Id", services.machineArn()).put("Name", services.name());
    context
        .putObject("State")
        .put("Name", scope.state().name())
        .put("EnteredTime", scope.enteredAt().toString())
        .put("RetryCount", scope.retries());
    if (scope.state() instanceof State.Task task && task.service().waitsForToken()) {
      context.putObject("Task").put("Token", token(scope).encode());
    }
    JsonNode item = enclosingItem(scope);
    if (item != null) {
      context.set("Map", item);
    }
    return context;
  }

  private ObjectNode executionContext(Scope scope) {
    Scope own = scope;
    while (own.parent() != null && !isOwnExecution(own)) {
      own = own.parent();
    }
    String suffix = own.path().isEmpty() ? "" : "/" + own.path();
    ObjectNode context = JSON.objectNode();
    context.put("Id", services.executionArn(execution.name()) + suffix);
    context.put("Name", execution.name() + suffix);
    context.put("StartTime", execution.startedAt().toString());
    context.set("Input", own.input());
    return context;
  }

  private static @Nullable JsonNode enclosingItem(Scope scope) {
    Scope parent = scope.parent();
    if (parent == null
        || isOwnExecution(scope)
        || !(parent.progress() instanceof Progress.Iterating iterating)) {
      return null;
    }
    return mapItem(scope.index(), iterating.item(scope.index()));
  }

  private static ObjectNode mapItem(int index, JsonNode item) {
    ObjectNode map = JSON.objectNode();
    map.putObject("Item").put("Index", index).set("Value", item);
    return map;
  }

  /// An iteration of a distributed Map state is an execution of its own.
  private static boolean isOwnExecution(Scope scope) {
    return scope.parent() != null
        && scope.parent().state() instanceof State.ForEach forEach
        && forEach.distributed();
  }
}
