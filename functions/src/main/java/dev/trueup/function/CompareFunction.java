package dev.trueup.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trueup.run.Checkpoint;
import dev.trueup.run.Comparer;
import dev.trueup.run.NoSuchRunException;
import dev.trueup.run.Run;

/// State `Compare`: `{runId, checkpoint}` → `{result, checkpoint}`; result is `more`, `in-sync`,
/// `needs-approval`, `approved` or `cancelled`.
public final class CompareFunction extends StepFunction {
  /// The rest is for matching and for writing the plan.
  private static final double SHARE_FOR_READING = 0.6;

  public CompareFunction() {
    this(Wiring.aws());
  }

  public CompareFunction(Wiring wiring) {
    super(wiring);
  }

  @Override
  ObjectNode handle(JsonNode input, Context context) throws JsonProcessingException {
    String runId = runId(input);
    Run run = wiring.ledger().find(runId).orElseThrow(() -> new NoSuchRunException(runId));
    Checkpoint from =
        input.path("checkpoint").isObject()
            ? JSON.treeToValue(input.get("checkpoint"), Checkpoint.class)
            : Checkpoint.START;
    Comparer.Result result =
        new Comparer(wiring.ledger(), wiring.stores(), wiring.clock())
            .compare(
                runId, wiring.rules(run.resource()), from, deadline(context, SHARE_FOR_READING));
    return output(result);
  }

  static ObjectNode output(Comparer.Result result) {
    ObjectNode output = object();
    output.putNull("checkpoint");
    return switch (result) {
      case Comparer.Result.More(Checkpoint checkpoint) ->
          output.put("result", "more").set("checkpoint", JSON.valueToTree(checkpoint));
      case Comparer.Result.InSync() -> output.put("result", "in-sync");
      case Comparer.Result.NeedsApproval() -> output.put("result", "needs-approval");
      case Comparer.Result.Approved() -> output.put("result", "approved");
      case Comparer.Result.Cancelled() -> output.put("result", "cancelled");
    };
  }
}
