package dev.trueup.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trueup.apply.Abandonment;
import dev.trueup.run.Trail;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Behind the dead-letter queue: gives every change of a batch no worker could carry out an
/// outcome, and lets the workflow go on.
public final class UndeliveredFunction extends StepFunction {
  private static final Logger LOG = LoggerFactory.getLogger(UndeliveredFunction.class);

  public UndeliveredFunction() {
    this(Wiring.aws());
  }

  public UndeliveredFunction(Wiring wiring) {
    super(wiring);
  }

  @Override
  ObjectNode handle(JsonNode input, Context context) throws IOException {
    for (JsonNode message : input.path("Records")) {
      JsonNode body = JSON.readTree(message.path("body").asText());
      String runId = runId(body);
      LOG.error("Run {} batch {} could not be applied", runId, body.path("batch").asInt());
      new Abandonment(wiring.ledger()).abandon(runId, body.path("batch").asInt());
      wiring
          .ledger()
          .find(runId)
          .ifPresent(run ->
              new Trail(wiring.ledger(), wiring.clock()).settled(run, body.path("batch").asInt()));
      wiring
          .workflow()
          .succeed(body.path("taskToken").asText(), object().put("progress", "done").toString());
    }
    return object();
  }
}
