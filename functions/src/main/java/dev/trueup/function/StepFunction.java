package dev.trueup.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;

/// A state of the workflow: JSON in, JSON out. What it throws is reported by its class's name.
abstract class StepFunction implements RequestStreamHandler {
  static final ObjectMapper JSON = new ObjectMapper();

  final Wiring wiring;

  StepFunction(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public final void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    JSON.writeValue(output, handle(JSON.readTree(input), context));
  }

  /// Does the state's work.
  abstract ObjectNode handle(JsonNode input, Context context) throws IOException;

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static String runId(JsonNode input) {
    String runId = input.path("runId").asText();
    if (runId.isEmpty()) {
      throw new IllegalArgumentException("the state's input has no runId");
    }
    return runId;
  }

  /// When to stop taking on work, so that a share of the remaining time is left to finish.
  final Instant deadline(Context context, double share) {
    long millis = (long) (context.getRemainingTimeInMillis() * share);
    return wiring.clock().instant().plus(Duration.ofMillis(millis));
  }
}
