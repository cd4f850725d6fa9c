package dev.trueup.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trueup.apply.Verifier;
import dev.trueup.run.Run;
import dev.trueup.run.RunStatus;
import java.util.OptionalInt;

/// State `Verify`: `{runId, from}` → `{more, from}`; `from` is the place in the plan to go on at.
public final class VerifyFunction extends StepFunction {
  private static final double SHARE_FOR_READING = 0.7;

  public VerifyFunction() {
    this(Wiring.aws());
  }

  public VerifyFunction(Wiring wiring) {
    super(wiring);
  }

  @Override
  ObjectNode handle(JsonNode input, Context context) {
    Run run =
        wiring
            .ledger()
            .update(
                runId(input),
                current -> current.status().open() ? current.with(RunStatus.VERIFYING) : current);
    int from = input.path("from").asInt(1);
    OptionalInt next =
        new Verifier(wiring.ledger(), wiring.clock())
            .verify(
                run,
                wiring
                    .stores()
                    .destination(
                        run.pair(), wiring.rules(run.resource()).resource(), run.policies()),
                from,
                deadline(context, SHARE_FOR_READING));
    return object().put("more", next.isPresent()).put("from", next.orElse(from));
  }
}
