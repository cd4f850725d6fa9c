package dev.trueup.local.states;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/// A state machine with functions made of lambdas, time moved by hand and everything in one thread:
/// when a call returns, all has happened that can without time.
///
/// Definitions are written with `'` for `"`.
final class Workshop {
  static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();

  final TestingTimers timers = new TestingTimers(START);
  final Map<String, UnaryOperator<JsonNode>> functions = new HashMap<>();
  final List<String> invoked = new ArrayList<>();
  final List<JsonNode> sent = new ArrayList<>();
  final LocalStepFunctions steps;

  /// What a function throws to be reported with this error name.
  static final class Thrown extends RuntimeException {
    private final String error;

    Thrown(String error) {
      this.error = error;
    }
  }

  private Workshop(StateMachine machine, @Nullable Path directory, Instant now) {
    timers.advance(java.time.Duration.between(START, now));
    LocalStepFunctionsBuilder builder =
        LocalStepFunctions.builder("test", machine)
            .functions(this::invoke)
            .queues((url, body, group, dedup) ->
                sent.add(
                    JsonNodeFactory.instance
                        .objectNode()
                        .put("url", url)
                        .put("body", body)
                        .put("group", group)
                        .put("dedup", dedup)))
            .timers(timers)
            .random(new java.util.SplittableRandom(7))
            .executor(Runnable::run);
    if (directory != null) {
      builder.directory(directory);
    }
    steps = builder.build();
  }

  /// A machine of these states, the first of which is `A`.
  static Workshop of(String states) {
    return new Workshop(machine(states), null, START);
  }

  static Workshop in(Path directory, String states, Instant now) {
    return new Workshop(machine(states), directory, now);
  }

  static StateMachine machine(String states) {
    return StateMachine.parse(
        "{'QueryLanguage':'JSONata','StartAt':'A','States':{".replace('\'', '"')
            + states.replace('\'', '"')
            + "}}",
        Map.of());
  }

  private FunctionAnswer invoke(String name, JsonNode payload) {
    invoked.add(name + " " + payload);
    UnaryOperator<JsonNode> function = functions.get(name);
    try {
      return new FunctionAnswer.Success(
          Objects.requireNonNull(function, () -> "no function " + name).apply(payload));
    } catch (Thrown thrown) {
      return new FunctionAnswer.Failure(
          thrown.error, JsonNodeFactory.instance.objectNode().put("errorType", thrown.error));
    }
  }

  String start(String name, String input) {
    return steps
        .startExecution(request ->
            request
                .stateMachineArn(steps.stateMachineArn())
                .name(name)
                .input(input.replace('\'', '"')))
        .executionArn();
  }

  DescribeExecutionResponse run(String input) {
    return describe(start("one", input));
  }

  DescribeExecutionResponse describe() {
    return describe("arn:aws:states:us-east-1:000000000000:execution:test:one");
  }

  DescribeExecutionResponse describe(String arn) {
    return steps.describeExecution(request -> request.executionArn(arn));
  }

  /// The output of the execution that `run` started, with `'` for `"`.
  String output() {
    return Objects.requireNonNullElse(describe().output(), "none").replace('"', '\'');
  }

  List<String> visited() {
    return steps.visited(describe().executionArn());
  }

  /// The token in the message that was sent last.
  String token() {
    return json(sent.getLast().path("body").asText()).path("token").asText();
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
