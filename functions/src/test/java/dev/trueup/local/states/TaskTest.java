package dev.trueup.local.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.InvalidOutputException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

final class TaskTest {
  private static Workshop lambda(String fields) {
    return Workshop.of(
        "'A':{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke',"
            + "'Arguments':{'FunctionName':'f','Payload':{'n':'{% $states.input.n %}'}}"
            + fields
            + ",'End':true}"
            + catcherState(fields));
  }

  private static String catcherState(String fields) {
    return fields.contains("Catch")
        ? ",'C':{'Type':'Succeed','Output':['caught','{% $states.input %}']}"
        : "";
  }

  private static Workshop queue(String fields) {
    return Workshop.of(
        "'A':{'Type':'Task','Resource':'arn:aws:states:::sqs:sendMessage.waitForTaskToken',"
            + "'Arguments':{'QueueUrl':'http://q','MessageBody':"
            + "{'token':'{% $states.context.Task.Token %}'},'MessageGroupId':'g',"
            + "'MessageDeduplicationId':'{% $states.context.Execution.Name %}'}"
            + fields
            + ",'End':true}"
            + catcherState(fields));
  }

  private static final String CATCH_ALL = ",'Catch':[{'ErrorEquals':['States.ALL'],'Next':'C'}]";

  @Test
  void givesTheAnswerOfAFunctionInLambdasShape() {
    Workshop workshop = lambda("");
    workshop.functions.put("f", payload -> Workshop.json("{'got':" + payload + "}"));
    workshop.run("{'n':5}");
    assertThat(workshop.invoked).containsExactly("f {\"n\":5}");
    assertThat(workshop.output())
        .isEqualTo("{'ExecutedVersion':'$LATEST','StatusCode':200,'Payload':{'got':{'n':5}}}");
  }

  @Test
  void makesOutputAndVariablesFromTheResult() {
    Workshop workshop =
        Workshop.of(
            """
            'A':{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke',
              'Arguments':{'FunctionName':'f'},'Output':'{% $states.result.Payload.a %}',
              'Assign':{'code':'{% $states.result.StatusCode %}'},'Next':'B'},
            'B':{'Type':'Succeed','Output':['{% $states.input %}','{% $code %}']}
            """);
    workshop.functions.put("f", _ -> Workshop.json("{'a':'x'}"));
    workshop.run("{}");
    assertThat(workshop.output()).isEqualTo("['x',200]");
  }

  @Test
  void failsWithTheErrorOfTheFunction() {
    Workshop workshop = lambda("");
    workshop.functions.put(
        "f",
        _ -> {
          throw new Workshop.Thrown("com.acme.Broken");
        });
    workshop.run("{'n':5}");
    assertThat(workshop.describe().error()).isEqualTo("com.acme.Broken");
    assertThat(workshop.describe().cause()).isEqualTo("{\"errorType\":\"com.acme.Broken\"}");
  }

  @Test
  void catchesWithOutputAndVariablesFromTheError() {
    Workshop workshop =
        lambda(
            ",'Catch':[{'ErrorEquals':['Other'],'Next':'C'},{'ErrorEquals':['States.TaskFailed'],"
                + "'Next':'C','Output':{'e':'{% $states.errorOutput.Error %}',"
                + "'in':'{% $states.input.n %}'}}]");
    workshop.functions.put(
        "f",
        _ -> {
          throw new Workshop.Thrown("Broken");
        });
    workshop.run("{'n':5}");
    assertThat(workshop.output()).isEqualTo("['caught',{'e':'Broken','in':5}]");
  }

  @Test
  void passesTheErrorOnWhereTheCatcherSaysNothing() {
    Workshop workshop = lambda(CATCH_ALL);
    workshop.functions.put(
        "f",
        _ -> {
          throw new Workshop.Thrown("Broken");
        });
    workshop.run("{'n':5}");
    assertThat(workshop.output()).startsWith("['caught',{'Error':'Broken','Cause':");
  }

  @Test
  void catchesAnExpressionThatFailsInTheArguments() {
    Workshop workshop = lambda(CATCH_ALL);
    workshop.run("{}");
    assertThat(workshop.output()).contains("States.QueryEvaluationError");
    assertThat(workshop.invoked).isEmpty();
  }

  @Test
  void retriesWithGrowingWaitsAndThenCatches() {
    Workshop workshop =
        lambda(
            ",'Retry':[{'ErrorEquals':['Broken'],'IntervalSeconds':2,'BackoffRate':3,"
                + "'MaxAttempts':3,'MaxDelaySeconds':10}]"
                + CATCH_ALL);
    workshop.functions.put(
        "f",
        _ -> {
          throw new Workshop.Thrown("Broken");
        });
    workshop.run("{'n':5}");
    assertThat(workshop.invoked).hasSize(1);
    workshop.timers.advance(Duration.ofSeconds(2));
    assertThat(workshop.invoked).hasSize(2);
    workshop.timers.advance(Duration.ofMillis(5_999));
    assertThat(workshop.invoked).hasSize(2);
    workshop.timers.advance(Duration.ofMillis(1));
    assertThat(workshop.invoked).hasSize(3);
    workshop.timers.advance(Duration.ofSeconds(10));
    assertThat(workshop.invoked).hasSize(4);
    assertThat(workshop.output()).contains("caught");
  }

  @Test
  void countsTheAttemptsOfEachRetrierByItself() {
    Workshop workshop =
        lambda(
            ",'Retry':[{'ErrorEquals':['X'],'MaxAttempts':1},{'ErrorEquals':['Y'],'MaxAttempts':1},"
                + "{'ErrorEquals':['States.ALL'],'MaxAttempts':0}]");
    workshop.functions.put(
        "f",
        _ -> {
          throw new Workshop.Thrown(workshop.invoked.size() % 2 == 1 ? "X" : "Y");
        });
    workshop.run("{'n':5}");
    workshop.timers.advance(Duration.ofMinutes(1));
    assertThat(workshop.invoked).hasSize(3);
    assertThat(workshop.describe().error()).isEqualTo("X");
  }

  @Test
  void spreadsRetriesWithFullJitter() {
    Workshop workshop =
        lambda(
            ",'Retry':[{'ErrorEquals':['Broken'],'IntervalSeconds':100,'MaxAttempts':1,"
                + "'JitterStrategy':'FULL'}]");
    workshop.functions.put(
        "f",
        _ -> {
          throw new Workshop.Thrown("Broken");
        });
    workshop.run("{'n':5}");
    workshop.timers.advance(Duration.ofSeconds(99));
    assertThat(workshop.invoked).hasSize(2);
  }

  @Test
  void refusesAnAnswerOfMoreThan256KiBWhichStatesAllDoesNotCatch() {
    Workshop workshop = lambda(CATCH_ALL);
    workshop.functions.put("f", _ -> Workshop.json("'" + "x".repeat(262_144) + "'"));
    workshop.run("{'n':5}");
    assertThat(workshop.describe().error()).isEqualTo("States.DataLimitExceeded");
  }

  @Test
  void sendsAMessageAndWaitsForItsToken() {
    Workshop workshop = queue("");
    workshop.run("{}");
    assertThat(workshop.describe().statusAsString()).isEqualTo("RUNNING");
    assertThat(workshop.sent.getFirst().path("group").asText()).isEqualTo("g");
    assertThat(workshop.sent.getFirst().path("dedup").asText()).isEqualTo("one");
    workshop.steps.sendTaskSuccess(r -> r.taskToken(workshop.token()).output("{\"done\":7}"));
    assertThat(workshop.output()).isEqualTo("{'done':7}");
  }

  @Test
  void failsATaskByItsToken() {
    Workshop workshop = queue(CATCH_ALL);
    workshop.run("{}");
    workshop.steps.sendTaskFailure(r -> r.taskToken(workshop.token()).error("E").cause("why"));
    assertThat(workshop.output()).isEqualTo("['caught',{'Error':'E','Cause':'why'}]");
  }

  @Test
  void givesEachAttemptItsOwnToken() {
    Workshop workshop = queue(",'Retry':[{'ErrorEquals':['States.ALL']}]");
    workshop.run("{}");
    String first = workshop.token();
    workshop.steps.sendTaskFailure(r -> r.taskToken(first).error("E"));
    workshop.timers.advance(Duration.ofSeconds(1));
    assertThat(workshop.token()).isNotEqualTo(first);
    assertThatThrownBy(() -> workshop.steps.sendTaskSuccess(r -> r.taskToken(first).output("1")))
        .isInstanceOf(TaskTimedOutException.class);
    workshop.steps.sendTaskSuccess(r -> r.taskToken(workshop.token()).output("1"));
    assertThat(workshop.output()).isEqualTo("1");
  }

  @Test
  void refusesTokensThatAreUsedUnknownOrNonsense() {
    Workshop workshop = queue("");
    workshop.run("{}");
    workshop.steps.sendTaskSuccess(r -> r.taskToken(workshop.token()).output("1"));
    assertThatThrownBy(() -> workshop.steps.sendTaskHeartbeat(r -> r.taskToken(workshop.token())))
        .isInstanceOf(TaskTimedOutException.class);
    String unknown = new Token("nobody", "", 1, 1).encode();
    assertThatThrownBy(() -> workshop.steps.sendTaskSuccess(r -> r.taskToken(unknown).output("1")))
        .isInstanceOf(TaskDoesNotExistException.class);
    assertThatThrownBy(() -> workshop.steps.sendTaskFailure(r -> r.taskToken("rubbish")))
        .isInstanceOf(InvalidTokenException.class);
    assertThatThrownBy(
            () -> workshop.steps.sendTaskSuccess(r -> r.taskToken(workshop.token()).output("{")))
        .isInstanceOf(InvalidOutputException.class);
  }

  @Test
  void timesOutATaskThatTakesTooLong() {
    Workshop workshop = queue(",'TimeoutSeconds':'{% $states.input.t %}'" + CATCH_ALL);
    workshop.run("{'t':60}");
    workshop.timers.advance(Duration.ofSeconds(60));
    assertThat(workshop.output()).contains("'Error':'States.Timeout'");
    assertThat(workshop.timers.pending()).isZero();
  }

  @Test
  void timesOutATaskThatIsSilentTooLong() {
    Workshop workshop = queue(",'TimeoutSeconds':100,'HeartbeatSeconds':10" + CATCH_ALL);
    workshop.run("{}");
    for (int i = 0; i < 5; i++) {
      workshop.timers.advance(Duration.ofSeconds(9));
      workshop.steps.sendTaskHeartbeat(r -> r.taskToken(workshop.token()));
    }
    assertThat(workshop.describe().statusAsString()).isEqualTo("RUNNING");
    workshop.timers.advance(Duration.ofSeconds(10));
    assertThat(workshop.output()).contains("'Error':'States.HeartbeatTimeout'");
  }

  @Test
  void catchesAMissedHeartbeatAsATimeout() {
    Workshop workshop =
        queue(",'HeartbeatSeconds':10,'Catch':[{'ErrorEquals':['States.Timeout'],'Next':'C'}]");
    workshop.run("{}");
    workshop.timers.advance(Duration.ofSeconds(10));
    assertThat(workshop.output()).contains("caught");
  }

  @Test
  void doesNotCatchATimeoutAsATaskFailure() {
    Workshop workshop =
        queue(",'TimeoutSeconds':10,'Catch':[{'ErrorEquals':['States.TaskFailed'],'Next':'C'}]");
    workshop.run("{}");
    workshop.timers.advance(Duration.ofSeconds(10));
    assertThat(workshop.describe().error()).isEqualTo("States.Timeout");
  }

  @Test
  void letsAFunctionCallBackWhileItRuns() {
    Workshop workshop =
        Workshop.of(
            """
            'A':{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke.waitForTaskToken',
              'Arguments':{'FunctionName':'ask','Payload':{'t':'{% $states.context.Task.Token %}'}},
              'End':true}
            """);
    workshop.functions.put(
        "ask",
        payload -> {
          workshop.steps.sendTaskSuccess(
              r -> r.taskToken(payload.path("t").asText()).output("\"yes\""));
          return payload;
        });
    workshop.run("{}");
    assertThat(workshop.output()).isEqualTo("'yes'");
  }

  @Test
  void failsATaskWhoseFunctionFailsInsteadOfCallingBack() {
    Workshop workshop =
        Workshop.of(
            """
            'A':{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke.waitForTaskToken',
              'Arguments':{'FunctionName':'ask'},'End':true}
            """);
    workshop.functions.put(
        "ask",
        _ -> {
          throw new Workshop.Thrown("Broken");
        });
    workshop.run("{}");
    assertThat(workshop.describe().error()).isEqualTo("Broken");
  }

  @Test
  void ignoresTheAnswerOfAFunctionThatIsTooLate() {
    Workshop workshop = lambda(",'TimeoutSeconds':5" + CATCH_ALL);
    workshop.functions.put(
        "f",
        payload -> {
          workshop.timers.advance(Duration.ofSeconds(6));
          return payload;
        });
    workshop.run("{'n':5}");
    assertThat(workshop.output()).contains("States.Timeout");
  }
}
