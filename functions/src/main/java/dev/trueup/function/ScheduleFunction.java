package dev.trueup.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trueup.catalog.Platform;
import dev.trueup.plan.Policies;
import dev.trueup.run.Run;
import dev.trueup.run.RunOpenException;
import dev.trueup.run.RunOpening;
import dev.trueup.web.Api;
import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Behind the schedules: `{resource, sourceOfTruth, policies}` → `{runId, opened}`. Policies are as
/// in a request; what they do not say is as the deployment has it. While a run of somebody's is
/// open, a schedule opens none; one that an earlier schedule opened and nobody decided about gives
/// way.
public final class ScheduleFunction extends StepFunction {
  private static final Logger LOG = LoggerFactory.getLogger(ScheduleFunction.class);

  private final Policies defaults;
  private final RunOpening opening;

  public ScheduleFunction() {
    this(Wiring.aws());
  }

  public ScheduleFunction(Wiring wiring) {
    super(wiring);
    this.defaults = AccessKeys.defaultPolicies(wiring.settings());
    this.opening =
        new RunOpening(
            wiring.stores(),
            wiring.ledger(),
            wiring.workflow(),
            wiring.clock(),
            new SecureRandom());
  }

  @Override
  ObjectNode handle(JsonNode input, Context context) {
    String resource = input.path("resource").asText();
    String sourceOfTruth = input.path("sourceOfTruth").asText();
    var wish =
        new RunOpening.Wish(
            wiring.rules(resource),
            Platform.of(sourceOfTruth)
                .orElseThrow(() ->
                    new IllegalArgumentException("there is no platform '" + sourceOfTruth + "'")),
            Api.policies(input.path("policies").toString(), defaults),
            false,
            false,
            true,
            "schedule");
    try {
      Run run = opening.open(wish);
      LOG.info("Run {} of {} is opened by a schedule", run.id(), resource);
      return object().put("runId", run.id()).put("opened", true);
    } catch (RunOpenException e) {
      LOG.info("Run {} of {} is open: a schedule opens no other", e.openRunId(), resource);
      return object().put("runId", e.openRunId()).put("opened", false);
    }
  }
}
