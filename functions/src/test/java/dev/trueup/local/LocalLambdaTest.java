package dev.trueup.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trueup.local.states.FunctionAnswer;
import dev.trueup.local.states.TestingTimers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class LocalLambdaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final TestingTimers timers = new TestingTimers(Instant.parse("2026-11-22T10:00:00Z"));

  private LocalLambda lambda(RequestStreamHandler handler) {
    return new LocalLambda("f", handler, Duration.ofSeconds(3), timers);
  }

  private static JsonNode json(String text) throws IOException {
    return JSON.readTree(text.replace('\'', '"'));
  }

  @Test
  void givesJsonAndTakesJson() throws IOException {
    LocalLambda lambda = lambda((input, output, _) -> input.transferTo(output));
    assertThat(lambda.invoke(json("{'a':[1,null]}")))
        .isEqualTo(new FunctionAnswer.Success(json("{'a':[1,null]}")));
    assertThat(timers.pending()).isZero();
  }

  @Test
  void takesNothingForNull() throws IOException {
    assertThat(lambda((_, _, _) -> {}).invoke(json("{}")))
        .isEqualTo(new FunctionAnswer.Success(json("null")));
  }

  @Test
  void tellsTheHandlerWhoAndHowLong() throws IOException {
    LocalLambda lambda =
        lambda((_, output, context) -> {
          context.getLogger().log("hello");
          String answer =
              "[\"%s\",%d,%d]"
                  .formatted(
                      context.getFunctionName(),
                      context.getRemainingTimeInMillis(),
                      context.getAwsRequestId().length());
          output.write(answer.getBytes(StandardCharsets.UTF_8));
        });
    assertThat(lambda.invoke(json("{}")))
        .isEqualTo(new FunctionAnswer.Success(json("['f',3000,36]")));
  }

  @Test
  void reportsAnExceptionAsLambdaDoes() throws IOException {
    LocalLambda lambda =
        lambda((_, _, _) -> {
          throw new IllegalStateException("broken", new IOException("inner"));
        });
    FunctionAnswer.Failure failure = (FunctionAnswer.Failure) lambda.invoke(json("{}"));
    assertThat(failure.error()).isEqualTo("java.lang.IllegalStateException");
    assertThat(failure.report().path("errorMessage").asText()).isEqualTo("broken");
    assertThat(failure.report().path("errorType").asText())
        .isEqualTo("java.lang.IllegalStateException");
    assertThat(failure.report().path("stackTrace").get(0).asText()).contains("LocalLambdaTest");
    assertThat(failure.report().path("cause").path("errorMessage").asText()).isEqualTo("inner");
  }

  @Test
  void interruptsAHandlerThatTakesTooLong() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    LocalLambda lambda =
        lambda((_, _, _) -> {
          running.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            interrupted.countDown();
          }
        });
    CompletableFuture<FunctionAnswer> answer = new CompletableFuture<>();
    JsonNode event = json("{}");
    Thread.startVirtualThread(() -> answer.complete(lambda.invoke(event)));
    assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();
    timers.advance(Duration.ofSeconds(3));
    FunctionAnswer.Failure failure = (FunctionAnswer.Failure) answer.get(30, TimeUnit.SECONDS);
    assertThat(failure.error()).isEqualTo("Sandbox.Timedout");
    assertThat(failure.report().path("errorMessage").asText())
        .endsWith("Error: Task timed out after 3.00 seconds");
    assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void refusesAnAnswerOfMoreThan6Mb() throws IOException {
    LocalLambda lambda =
        lambda((_, output, _) ->
            output.write(("\"" + "x".repeat(7 << 20) + "\"").getBytes(StandardCharsets.UTF_8)));
    assertThat(((FunctionAnswer.Failure) lambda.invoke(json("{}"))).error())
        .isEqualTo("Function.ResponseSizeTooLarge");
  }

  @Test
  void failsWhenTheAnswerIsNotJson() throws IOException {
    LocalLambda lambda = lambda((_, output, _) -> output.write('x'));
    assertThat(((FunctionAnswer.Failure) lambda.invoke(json("{}"))).error())
        .isEqualTo("Runtime.MarshalError");
  }

  public record Pair(int a, int b) {}

  @Test
  void runsHandlersOfMapsAndEvents() throws IOException {
    LocalLambda map =
        lambda(new TypedHandler<>((Map<?, ?> in, Context _) -> List.of(in.get("a")), Map.class));
    assertThat(map.invoke(json("{'a':5}"))).isEqualTo(new FunctionAnswer.Success(json("[5]")));
    LocalLambda events =
        lambda(
            new TypedHandler<>(
                (SQSEvent event, Context _) ->
                    new SQSBatchResponse(
                        List.of(
                            new SQSBatchResponse.BatchItemFailure(
                                event.getRecords().getFirst().getMessageId()))),
                SQSEvent.class));
    assertThat(events.invoke(json("{'Records':[{'messageId':'m1','body':'b'}]}")))
        .isEqualTo(
            new FunctionAnswer.Success(json("{'batchItemFailures':[{'itemIdentifier':'m1'}]}")));
  }

  @Test
  void cannotMakeRecordsAsTheRealRuntimeCannot() throws IOException {
    LocalLambda lambda =
        lambda(new TypedHandler<>((Pair in, Context _) -> new Pair(in.b(), in.a()), Pair.class));
    assertThat(lambda.invoke(json("{'a':1,'b':2}"))).isInstanceOf(FunctionAnswer.Failure.class);
  }

  @Test
  void findsFunctionsByNameOrArn() throws IOException {
    LocalFunctions functions = new LocalFunctions();
    functions.add(lambda((input, output, _) -> input.transferTo(output)));
    FunctionAnswer one = new FunctionAnswer.Success(json("1"));
    assertThat(functions.invoke("f", json("1"))).isEqualTo(one);
    assertThat(functions.invoke("arn:aws:lambda:us-east-1:000000000000:function:f", json("1")))
        .isEqualTo(one);
    assertThat(((FunctionAnswer.Failure) functions.invoke("g", json("1"))).error())
        .isEqualTo("Lambda.ResourceNotFoundException");
  }
}
