package dev.trueup.local.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.InvalidExecutionInputException;
import software.amazon.awssdk.services.sfn.model.InvalidNameException;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;

final class LocalStepFunctionsTest {
  private static final String SEND =
      "'A':{'Type':'Task','Resource':'arn:aws:states:::sqs:sendMessage.waitForTaskToken',"
          + "'Arguments':{'QueueUrl':'q','MessageBody':"
          + "{'token':'{% $states.context.Task.Token %}'}},'End':true}";

  @Test
  void answersASecondStartLikeTheFirstWhileItRuns() {
    Workshop workshop = Workshop.of(SEND);
    assertThat(workshop.start("one", "{'a':1}")).isEqualTo(workshop.start("one", "{ 'a' : 1 }"));
    assertThat(workshop.sent).hasSize(1);
  }

  @Test
  void refusesANameThatIsTaken() {
    Workshop workshop = Workshop.of(SEND);
    workshop.start("one", "{}");
    assertThatThrownBy(() -> workshop.start("one", "{'other':1}"))
        .isInstanceOf(ExecutionAlreadyExistsException.class);
    workshop.steps.sendTaskSuccess(r -> r.taskToken(workshop.token()).output("1"));
    assertThatThrownBy(() -> workshop.start("one", "{}"))
        .isInstanceOf(ExecutionAlreadyExistsException.class);
  }

  @Test
  void refusesWhatItCannotStart() {
    Workshop workshop = Workshop.of(SEND);
    assertThatThrownBy(() -> workshop.start("a b", "{}")).isInstanceOf(InvalidNameException.class);
    assertThatThrownBy(() -> workshop.start("x", "{"))
        .isInstanceOf(InvalidExecutionInputException.class);
    assertThatThrownBy(() -> workshop.start("x", "'" + "x".repeat(262_144) + "'"))
        .isInstanceOf(SfnException.class);
    assertThatThrownBy(() -> workshop.steps.startExecution(r -> r.stateMachineArn("arn:other")))
        .isInstanceOf(StateMachineDoesNotExistException.class);
    assertThatThrownBy(() -> workshop.describe("arn:nothing"))
        .isInstanceOf(ExecutionDoesNotExistException.class);
  }

  @Test
  void stopsAnExecution() {
    Workshop workshop = Workshop.of(SEND);
    String arn = workshop.start("one", "{}");
    workshop.steps.stopExecution(r -> r.executionArn(arn).error("Stop").cause("enough"));
    assertThat(workshop.describe().status()).isEqualTo(ExecutionStatus.ABORTED);
    assertThat(workshop.describe().cause()).isEqualTo("enough");
    workshop.steps.stopExecution(r -> r.executionArn(arn));
    assertThat(workshop.describe().error()).isEqualTo("Stop");
  }

  @Test
  void listsExecutionsByStatus() {
    Workshop workshop = Workshop.of(SEND);
    workshop.start("a", "{}");
    String b = workshop.start("b", "{}");
    workshop.steps.stopExecution(r -> r.executionArn(b));
    assertThat(
            workshop.steps.listExecutions(r -> r.statusFilter("RUNNING")).executions().stream()
                .map(ExecutionListItem::name))
        .containsExactly("a");
    assertThat(workshop.steps.listExecutions(r -> r.maxResults(10)).executions()).hasSize(2);
  }

  @Test
  void keepsThousandsOfExecutionsWaitingWithRealThreads() throws Exception {
    ConcurrentLinkedQueue<String> tokens = new ConcurrentLinkedQueue<>();
    try (ScheduledTimers timers = new ScheduledTimers()) {
      LocalStepFunctions steps =
          LocalStepFunctions.builder("test", Workshop.machine(SEND))
              .functions((_, payload) -> new FunctionAnswer.Success(payload))
              .queues((_, body, _, _) -> tokens.add(Workshop.json(body).path("token").asText()))
              .timers(timers)
              .build();
      List<String> arns = new ArrayList<>();
      for (int i = 0; i < 3000; i++) {
        arns.add(
            steps.startExecution(r -> r.stateMachineArn(steps.stateMachineArn())).executionArn());
      }
      Thread answers = Thread.startVirtualThread(() -> answer(steps, tokens, arns.size()));
      for (String arn : arns) {
        assertThat(steps.outcome(arn).get(60, TimeUnit.SECONDS).output()).isEqualTo("1");
      }
      answers.join();
    }
  }

  private static void answer(
      LocalStepFunctions steps, ConcurrentLinkedQueue<String> tokens, int count) {
    for (int answered = 0; answered < count; ) {
      String token = tokens.poll();
      if (token == null) {
        Thread.onSpinWait();
        continue;
      }
      steps.sendTaskSuccess(r -> r.taskToken(token).output("1"));
      answered++;
    }
  }
}
