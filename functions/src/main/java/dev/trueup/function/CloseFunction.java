package dev.trueup.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trueup.run.Closer;
import dev.trueup.run.Run;
import java.util.Locale;

/// State `Close`: `{runId, ending}` → `{status}`.
public final class CloseFunction extends StepFunction {
  public CloseFunction() {
    this(Wiring.aws());
  }

  public CloseFunction(Wiring wiring) {
    super(wiring);
  }

  @Override
  ObjectNode handle(JsonNode input, Context context) {
    String ending = input.path("ending").asText().toUpperCase(Locale.ROOT).replace('-', '_');
    Run run =
        new Closer(wiring.ledger(), wiring.clock())
            .close(runId(input), Closer.Ending.valueOf(ending));
    return object().put("status", run.status().code());
  }
}
