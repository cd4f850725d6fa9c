package dev.trueup.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trueup.run.NoSuchRunException;
import dev.trueup.run.Run;

/// State `AwaitResume`: keeps the task token of a paused batch. The state goes on when the run is
/// resumed or cancelled, which may have happened already.
public final class AwaitResumeFunction extends StepFunction {
  public AwaitResumeFunction() {
    this(Wiring.aws());
  }

  public AwaitResumeFunction(Wiring wiring) {
    super(wiring);
  }

  @Override
  ObjectNode handle(JsonNode input, Context context) {
    String runId = runId(input);
    String token = input.path("taskToken").asText();
    String name = "AwaitResume#" + input.path("batch").asInt();
    wiring.ledger().keepToken(runId, name, token);
    Run run = wiring.ledger().find(runId).orElseThrow(() -> new NoSuchRunException(runId));
    if (!run.pauseRequested() || run.cancelRequested()) {
      wiring.workflow().succeed(token, "{}");
      wiring.ledger().dropToken(runId, name);
    }
    return object();
  }
}
