package dev.trueup.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trueup.local.states.LocalStepFunctions;
import dev.trueup.local.states.ScheduledTimers;
import dev.trueup.local.states.StateMachine;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything together, with real time and threads: also how to wire it.
final class LocalRuntimeTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DEFINITION =
      """
      {"QueryLanguage": "JSONata", "StartAt": "Dispatch", "States": {
        "Dispatch": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
          "Arguments": {"FunctionName": "${DispatchFunction}", "Payload": "{% $states.input %}"},
          "Output": "{% $states.result.Payload %}", "Next": "Apply"},
        "Apply": {"Type": "Map", "Items": "{% $states.input.batches %}", "MaxConcurrency": 2,
          "ItemProcessor": {"StartAt": "Send", "States": {
            "Send": {"Type": "Task",
              "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
              "Arguments": {"QueueUrl": "${QueueUrl}", "MessageGroupId": "store",
                "MessageDeduplicationId":
                  "{% $states.context.Execution.Name & '-' & $string($states.input) %}",
                "MessageBody": {"batch": "{% $states.input %}",
                  "token": "{% $states.context.Task.Token %}"}},
              "End": true}}},
          "End": true}}}
      """;

  /// One machine: all that belongs to it, dropped or closed together.
  private static final class Machine {
    final ScheduledTimers timers = new ScheduledTimers();
    final LocalQueue queue = LocalQueue.start("apply", 3, Duration.ofSeconds(30));
    final LocalFunctions functions = new LocalFunctions();
    final LocalStepFunctions steps;

    Machine(Path directory, Executor executor) {
      steps =
          LocalStepFunctions.builder(
                  "sync",
                  StateMachine.parse(
                      DEFINITION,
                      Map.of("DispatchFunction", "DispatchFunction", "QueueUrl", queue.url())))
              .functions(functions)
              .queues(queue)
              .timers(timers)
              .directory(directory)
              .executor(executor)
              .build();
      functions.add(lambda("DispatchFunction", this::dispatch));
    }

    LocalLambda lambda(String name, RequestStreamHandler handler) {
      return new LocalLambda(name, handler, Duration.ofMinutes(1), timers);
    }

    private void dispatch(InputStream input, OutputStream output, Context context)
        throws IOException {
      output.write("{\"batches\":[1,2,3,4,5]}".getBytes(StandardCharsets.UTF_8));
    }

    QueuePoller work() {
      RequestStreamHandler worker =
          (input, _, _) -> {
            for (JsonNode entry : JSON.readTree(input).path("Records")) {
              JsonNode body = JSON.readTree(entry.path("body").asText());
              steps.sendTaskSuccess(r ->
                  r.taskToken(body.path("token").asText())
                      .output(String.valueOf(body.path("batch").asInt() * 10)));
            }
          };
      return QueuePoller.start(
          queue,
          lambda("ApplyFunction", worker),
          new QueuePoller.Settings(10, 2, Duration.ZERO, Duration.ofSeconds(1)));
    }
  }

  @Test
  void runsAWorkflowWhoseProcessDiedWhileItsMessagesWereOut(@TempDir Path directory)
      throws Exception {
    Machine first = new Machine(directory, Runnable::run);
    String arn =
        first
            .steps
            .startExecution(
                r -> r.stateMachineArn(first.steps.stateMachineArn()).name("run").input("{}"))
            .executionArn();
    first.queue.close();
    Machine second = new Machine(directory, Thread::startVirtualThread);
    second.steps.resume();
    try (QueuePoller _ = second.work()) {
      assertThat(second.steps.outcome(arn).get(60, TimeUnit.SECONDS).output())
          .isEqualTo("[10,20,30,40,50]");
    }
    assertThat(second.steps.visited(arn)).startsWith("Dispatch", "Apply").hasSize(7);
    second.queue.close();
  }
}
