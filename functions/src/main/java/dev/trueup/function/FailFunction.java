package dev.trueup.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trueup.run.Closer;

/// State `Fail`: `{runId, error}` → `{cause}`; `error` is what the workflow caught.
public final class FailFunction extends StepFunction {
  public FailFunction() {
    this(Wiring.aws());
  }

  public FailFunction(Wiring wiring) {
    super(wiring);
  }

  @Override
  ObjectNode handle(JsonNode input, Context context) {
    String sentence = sentence(input.path("error"));
    new Closer(wiring.ledger(), wiring.clock()).fail(runId(input), sentence);
    return object().put("cause", sentence);
  }

  /// What a Lambda threw comes as a JSON text in `Cause`; what Step Functions itself says comes
  /// plain.
  private static String sentence(JsonNode error) {
    String cause = error.path("Cause").asText();
    try {
      JsonNode thrown = JSON.readTree(cause);
      if (thrown.path("errorMessage").isTextual()) {
        return thrown.get("errorMessage").asText();
      }
    } catch (JsonProcessingException _) {
      // plain text
    }
    return cause.isEmpty() ? error.path("Error").asText("unknown error") : cause;
  }
}
