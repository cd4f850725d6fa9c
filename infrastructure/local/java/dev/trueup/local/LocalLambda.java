package dev.trueup.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trueup.local.states.FunctionAnswer;
import dev.trueup.local.states.Timers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// One function as Lambda would run it: JSON in, JSON out, a time limit, errors as reports.
///
/// One handler object serves all invocations, several at once (Lambda would give each concurrent
/// one an object of its own), so a handler must not keep state. A handler that exceeds its time is
/// interrupted, and its late answer ignored.
///
/// Sources: docs.aws.amazon.com/lambda/latest/dg/java-exceptions.html for the error report,
/// gettingstarted-limits.html for the 6 MB.
public final class LocalLambda {
  static final int MAX_BYTES = 6 * 1024 * 1024;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String name;
  private final RequestStreamHandler handler;
  private final Duration timeout;
  private final Timers timers;

  public LocalLambda(String name, RequestStreamHandler handler, Duration timeout, Timers timers) {
    this.name = name;
    this.handler = handler;
    this.timeout = timeout;
    this.timers = timers;
  }

  public String name() {
    return name;
  }

  /// Runs the handler and waits for it.
  public FunctionAnswer invoke(JsonNode event) {
    Instant deadline = timers.instant().plus(timeout);
    String requestId = UUID.randomUUID().toString();
    LocalContext context = new LocalContext(name, requestId, deadline, timers);
    CompletableFuture<FunctionAnswer> answer = new CompletableFuture<>();
    Thread thread =
        Thread.ofVirtual().name(name).unstarted(() -> answer.complete(run(event, context)));
    Timers.Pending late =
        timers.at(
            deadline,
            () -> {
              answer.complete(timedOut(requestId));
              thread.interrupt();
            });
    thread.start();
    try {
      return answer.join();
    } finally {
      late.cancel();
    }
  }

  private FunctionAnswer run(JsonNode event, LocalContext context) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try {
      handler.handleRequest(new ByteArrayInputStream(bytes(event)), output, context);
    } catch (Throwable thrown) {
      return new FunctionAnswer.Failure(thrown.getClass().getName(), ErrorReport.of(thrown));
    }
    if (output.size() > MAX_BYTES) {
      return failure(
          "Function.ResponseSizeTooLarge",
          "Response payload size exceeded maximum allowed payload size (6291556 bytes).");
    }
    return success(output.toByteArray());
  }

  private static FunctionAnswer success(byte[] output) {
    if (output.length == 0) {
      return new FunctionAnswer.Success(JsonNodeFactory.instance.nullNode());
    }
    try {
      return new FunctionAnswer.Success(JSON.readTree(output));
    } catch (IOException e) {
      return failure("Runtime.MarshalError", "the function did not write JSON: " + e.getMessage());
    }
  }

  private FunctionAnswer timedOut(String requestId) {
    return failure(
        "Sandbox.Timedout",
        String.format(
            Locale.ROOT,
            "RequestId: %s Error: Task timed out after %.2f seconds",
            requestId,
            timeout.toMillis() / 1000.0));
  }

  private static FunctionAnswer failure(String type, String message) {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    report.put("errorMessage", message).put("errorType", type);
    return new FunctionAnswer.Failure(type, report);
  }

  private static byte[] bytes(JsonNode event) {
    try {
      return JSON.writeValueAsBytes(event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
