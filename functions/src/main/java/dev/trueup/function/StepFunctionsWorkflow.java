package dev.trueup.function;

import dev.trueup.run.Run;
import dev.trueup.run.Workflow;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/// The workflow on Step Functions.
public final class StepFunctionsWorkflow implements Workflow {
  private final SfnClient client;
  private final String stateMachineArn;

  public StepFunctionsWorkflow(SfnClient client, String stateMachineArn) {
    this.client = client;
    this.stateMachineArn = stateMachineArn;
  }

  @Override
  public void start(Run run) {
    try {
      client.startExecution(request ->
          request
              .stateMachineArn(stateMachineArn)
              .name(run.id())
              .input(
                  StepFunction.object()
                      .put("runId", run.id())
                      .put("kind", run.rollbackOf() == null ? "compare" : "rollback")
                      .toString()));
    } catch (ExecutionAlreadyExistsException _) {
      // started by an earlier try whose answer was lost
    }
  }

  @Override
  public boolean succeed(String token, String outputJson) {
    try {
      client.sendTaskSuccess(request -> request.taskToken(token).output(outputJson));
      return true;
    } catch (TaskTimedOutException | TaskDoesNotExistException | InvalidTokenException gone) {
      return false;
    }
  }

  @Override
  public void heartbeat(String token) {
    try {
      client.sendTaskHeartbeat(request -> request.taskToken(token));
    } catch (TaskTimedOutException | TaskDoesNotExistException | InvalidTokenException gone) {
      // the work is recorded in the ledger whether somebody still waits for it or not
    }
  }
}
