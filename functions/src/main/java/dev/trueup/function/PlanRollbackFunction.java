package dev.trueup.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trueup.run.NoSuchRunException;
import dev.trueup.run.RollbackPlanner;
import dev.trueup.run.Run;

/// State `PlanRollback`: `{runId}` → `{result}` as [CompareFunction]; result is `in-sync`,
/// `needs-approval` or `cancelled`.
public final class PlanRollbackFunction extends StepFunction {
  public PlanRollbackFunction() {
    this(Wiring.aws());
  }

  public PlanRollbackFunction(Wiring wiring) {
    super(wiring);
  }

  @Override
  ObjectNode handle(JsonNode input, Context context) {
    String runId = runId(input);
    Run run = wiring.ledger().find(runId).orElseThrow(() -> new NoSuchRunException(runId));
    return CompareFunction.output(
        new RollbackPlanner(wiring.ledger(), wiring.stores(), wiring.clock())
            .plan(runId, wiring.rules(run.resource())));
  }
}
