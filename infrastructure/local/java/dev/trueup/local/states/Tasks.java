package dev.trueup.local.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How Task states run. Always called with the conductor's lock, but for what goes out.
record Tasks(Conductor conductor, Walker walker, Services services, Execution execution) {
  void begin(Scope scope, State.Task task) {
    Bindings bindings = walker.view().bindings(scope);
    JsonNode arguments =
        Payloads.checked(
            task.arguments().evaluate(bindings), "what '" + task.name() + "' is given");
    checkArguments(task, arguments);
    Instant now = conductor.now();
    Long timeout = millis(task, "TimeoutSeconds", task.timeoutSeconds(), bindings);
    Long heartbeat = millis(task, "HeartbeatSeconds", task.heartbeatSeconds(), bindings);
    conductor.record(
        new Event.Attempted(
            scope.path(),
            scope.step(),
            scope.nextAttempt(),
            arguments,
            timeout == null ? null : now.toEpochMilli() + timeout,
            heartbeat,
            now.toEpochMilli()));
    launch(scope, task);
    conductor.arm(scope);
  }

  private static void checkArguments(State.Task task, JsonNode arguments) {
    for (String required : task.service().required()) {
      if (!arguments.has(required)) {
        throw new StateFailure(
            StateFailure.RUNTIME, "'" + task.name() + "' has no argument " + required);
      }
    }
    arguments
        .fieldNames()
        .forEachRemaining(name -> {
          if (!task.service().knows(name)) {
            throw new StateFailure(
                StateFailure.RUNTIME, "'" + task.name() + "': unknown argument " + name);
          }
        });
  }

  private static @Nullable Long millis(
      State.Task task, String field, @Nullable Template template, Bindings bindings) {
    return template == null
        ? null
        : Walker.wholeNumber(task.name(), field, template, 1, bindings) * 1000L;
  }

  /// After a restart: a function that had not answered is invoked again; a message that has gone
  /// out to a function stays out; one to a queue is sent again, since the queue has forgotten it.
  void relaunch(Scope scope, Progress.Attempt attempt) {
    State.Task task = (State.Task) scope.state();
    if (!attempt.sent() || task.service() == Service.QUEUE_CALLBACK) {
      launch(scope, task);
    }
  }

  private void launch(Scope scope, State.Task task) {
    Progress.Attempt attempt = (Progress.Attempt) scope.progress();
    JsonNode arguments = attempt.arguments();
    Token id = new Token(execution.name(), scope.path(), scope.step(), attempt.number());
    conductor.effect(() -> {
      FunctionAnswer answer =
          task.service() == Service.QUEUE_CALLBACK ? send(arguments) : invoke(arguments);
      conductor.act(() -> answered(id, task, answer));
    });
  }

  private FunctionAnswer invoke(JsonNode arguments) {
    JsonNode payload =
        Optional.ofNullable(arguments.get("Payload"))
            .orElseGet(JsonNodeFactory.instance::objectNode);
    try {
      return services.functions().invoke(arguments.path("FunctionName").asText(), payload);
    } catch (RuntimeException e) {
      return failure("Lambda.Unknown", e);
    }
  }

  private FunctionAnswer send(JsonNode arguments) {
    JsonNode body = arguments.path("MessageBody");
    try {
      services
          .queues()
          .send(
              arguments.path("QueueUrl").asText(),
              body.isTextual() ? body.textValue() : Payloads.text(body),
              text(arguments, "MessageGroupId"),
              text(arguments, "MessageDeduplicationId"));
      return new FunctionAnswer.Success(JsonNodeFactory.instance.nullNode());
    } catch (RuntimeException e) {
      return failure("SQS." + e.getClass().getSimpleName(), e);
    }
  }

  private static @Nullable String text(JsonNode arguments, String field) {
    return arguments.has(field) ? arguments.get(field).asText() : null;
  }

  private static FunctionAnswer failure(String error, RuntimeException e) {
    return new FunctionAnswer.Failure(
        error, JsonNodeFactory.instance.textNode(Objects.toString(e.getMessage(), "")));
  }

  private boolean answered(Token id, State.Task task, FunctionAnswer answer) {
    Scope scope = running(id).orElse(null);
    if (scope == null) {
      return false;
    }
    switch (answer) {
      case FunctionAnswer.Failure(String error, JsonNode report) ->
          walker.fail(scope, new StateFailure(error, causeOf(report)));
      case FunctionAnswer.Success _ when task.service().waitsForToken() ->
          conductor.record(new Event.Sent(scope.path(), scope.step(), id.attempt()));
      case FunctionAnswer.Success(JsonNode payload) ->
          complete(
              scope,
              task,
              JsonNodeFactory.instance
                  .objectNode()
                  .put("ExecutedVersion", "$LATEST")
                  .put("StatusCode", 200)
                  .set("Payload", payload));
    }
    return true;
  }

  private static String causeOf(JsonNode report) {
    return report.isTextual() ? report.textValue() : Payloads.text(report);
  }

  private void complete(Scope scope, State.Task task, JsonNode result) {
    try {
      Payloads.checked(result, "the result of '" + task.name() + "'");
      Bindings bindings = walker.view().bindings(scope).with("result", result);
      walker.leave(scope, task.shape(), task.next(), result, bindings);
    } catch (StateFailure failure) {
      walker.fail(scope, failure);
    }
  }

  void checkTime(Scope scope, Progress.Attempt attempt) {
    Instant now = conductor.now();
    Instant deadline = attempt.deadline().orElse(Instant.MAX);
    if (now.isBefore(deadline)) {
      conductor.arm(scope);
    } else if (attempt.isLate(now)) {
      throw new StateFailure(StateFailure.TIMEOUT, "'" + scope.state().name() + "' took too long");
    } else {
      throw new StateFailure(
          StateFailure.HEARTBEAT_TIMEOUT, "'" + scope.state().name() + "' was silent too long");
    }
  }

  boolean succeed(Token token, JsonNode output) {
    Optional<Scope> scope = waiting(token);
    scope.ifPresent(open -> complete(open, (State.Task) open.state(), output));
    return scope.isPresent();
  }

  boolean fail(Token token, StateFailure failure) {
    Optional<Scope> scope = waiting(token);
    scope.ifPresent(open -> walker.fail(open, failure));
    return scope.isPresent();
  }

  boolean hear(Token token) {
    Optional<Scope> scope = waiting(token);
    scope.ifPresent(open -> {
      conductor.record(
          new Event.HeardFrom(
              open.path(), open.step(), token.attempt(), conductor.now().toEpochMilli()));
      conductor.arm(open);
    });
    return scope.isPresent();
  }

  private Optional<Scope> waiting(Token token) {
    return running(token)
        .filter(
            scope -> scope.state() instanceof State.Task task && task.service().waitsForToken());
  }

  private Optional<Scope> running(Token token) {
    return execution
        .scope(token.scope())
        .filter(scope -> scope.isAt(token.step(), token.attempt()));
  }
}
