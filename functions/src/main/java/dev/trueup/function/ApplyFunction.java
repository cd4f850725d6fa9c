package dev.trueup.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trueup.apply.BatchApplier;
import dev.trueup.apply.Pause;
import dev.trueup.apply.Progress;
import dev.trueup.run.NoSuchRunException;
import dev.trueup.run.Run;
import dev.trueup.run.Trail;
import dev.trueup.store.StoreRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The worker behind state `Apply`: writes the batch of each SQS message and answers its task token
/// with `{progress}`. A message that fails goes back to the queue, and so do the ones after it,
/// whose order would be lost otherwise.
public final class ApplyFunction extends StepFunction {
  private static final Logger LOG = LoggerFactory.getLogger(ApplyFunction.class);

  /// The rest is for the requests under way and their outcomes.
  private static final double SHARE_FOR_WRITING = 0.6;

  public ApplyFunction() {
    this(Wiring.aws());
  }

  public ApplyFunction(Wiring wiring) {
    super(wiring);
  }

  @Override
  ObjectNode handle(JsonNode input, Context context) {
    ObjectNode output = object();
    ArrayNode failures = output.putArray("batchItemFailures");
    for (JsonNode message : input.path("Records")) {
      if (!failures.isEmpty() || !applied(message, context)) {
        failures.addObject().put("itemIdentifier", message.path("messageId").asText());
      }
    }
    return output;
  }

  private boolean applied(JsonNode message, Context context) {
    try {
      apply(JSON.readTree(message.path("body").asText()), context);
      return true;
    } catch (JsonProcessingException | RuntimeException e) {
      LOG.error("Message {} goes back to the queue", message.path("messageId").asText(), e);
      return false;
    }
  }

  private void apply(JsonNode body, Context context) {
    String runId = runId(body);
    int batch = body.path("batch").asInt();
    String token = body.path("taskToken").asText();
    Run run = wiring.ledger().find(runId).orElseThrow(() -> new NoSuchRunException(runId));
    if (!run.status().open()) {
      LOG.warn("Run {} is {}: batch {} is not applied", runId, run.status().code(), batch);
      return;
    }
    wiring.workflow().heartbeat(token);
    StoreRecords records =
        wiring
            .stores()
            .destination(run.pair(), wiring.rules(run.resource()).resource(), run.policies());
    Progress progress =
        new BatchApplier(wiring.ledger(), wiring.clock(), Pause.REAL)
            .apply(runId, batch, records, deadline(context, SHARE_FOR_WRITING));
    if (progress == Progress.DONE) {
      new Trail(wiring.ledger(), wiring.clock()).settled(run, batch);
    }
    LOG.info("Run {} batch {}: {}", runId, batch, progress.code());
    wiring.workflow().succeed(token, object().put("progress", progress.code()).toString());
  }
}
