package dev.trueup.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trueup.apply.Dispatcher;
import dev.trueup.run.NoSuchRunException;
import dev.trueup.run.Pair;
import dev.trueup.run.Run;

/// State `Dispatch`: `{runId}` → `{batches, store}`; `store` is the message group.
public final class DispatchFunction extends StepFunction {
  public DispatchFunction() {
    this(Wiring.aws());
  }

  public DispatchFunction(Wiring wiring) {
    super(wiring);
  }

  @Override
  ObjectNode handle(JsonNode input, Context context) {
    String runId = runId(input);
    Run run = wiring.ledger().find(runId).orElseThrow(() -> new NoSuchRunException(runId));
    Pair now = wiring.stores().pair(run.pair().sourceOfTruth());
    if (!now.equals(run.pair())) {
      throw new IllegalStateException(
          "the plan was made for %s and this deployment now writes to %s: compare again"
              .formatted(run.pair().identity(run.destination()), now.identity(run.destination())));
    }
    wiring
        .settings()
        .planValidity()
        .objection(run, wiring.clock().instant())
        .ifPresent(sentence -> {
          throw new IllegalStateException(sentence);
        });
    Run dispatched =
        new Dispatcher(wiring.ledger())
            .dispatch(
                run,
                wiring
                    .stores()
                    .destination(
                        run.pair(), wiring.rules(run.resource()).resource(), run.policies())
                    .capabilities());
    return object()
        .put("batches", dispatched.batches())
        .put("store", run.destination().code() + ":" + run.pair().identity(run.destination()));
  }
}
