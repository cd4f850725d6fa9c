package dev.trueup.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trueup.plan.Guard;
import dev.trueup.run.Run;
import dev.trueup.run.RunStatus;
import java.util.stream.Collectors;

/// State `AwaitApproval`: keeps the task token, then shows the run as waiting. The state goes on
/// when a decision answers the token.
public final class AwaitApprovalFunction extends StepFunction {
  public AwaitApprovalFunction() {
    this(Wiring.aws());
  }

  public AwaitApprovalFunction(Wiring wiring) {
    super(wiring);
  }

  @Override
  ObjectNode handle(JsonNode input, Context context) {
    String runId = runId(input);
    String token = input.path("taskToken").asText();
    wiring.ledger().keepToken(runId, "AwaitApproval", token);
    Run run =
        wiring
            .ledger()
            .update(
                runId,
                current ->
                    current.cancelRequested()
                        ? current
                        : current
                            .edit()
                            .status(RunStatus.AWAITING_APPROVAL)
                            .waitingFor(waitingFor(current))
                            .run());
    if (run.cancelRequested()) {
      wiring.workflow().succeed(token, object().put("decision", "cancelled").toString());
    }
    return object();
  }

  private static String waitingFor(Run run) {
    return run.blocking().isEmpty()
        ? "a person to approve the plan"
        : "a person to override "
            + run.blocking().stream().map(Guard::name).collect(Collectors.joining(", "))
            + " and approve the plan";
  }
}
