package dev.trueup.local.states;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ChoiceAndWaitTest {
  private static final String CHOICE =
      """
      'A':{'Type':'Choice','Choices':[
        {'Condition':'{% $states.input.n > 10 %}','Next':'Big','Output':'big','Assign':{'v':1}},
        {'Condition':'{% $states.input.n > 5 %}','Next':'Big'}],
        'Default':'Small','Output':'small','Assign':{'v':2}},
      'Big':{'Type':'Succeed','Output':['{% $states.input %}','{% $exists($v) ? $v : 0 %}']},
      'Small':{'Type':'Succeed','Output':['{% $states.input %}','{% $v %}']}
      """;

  @Test
  void takesTheFirstRuleThatHoldsWithItsOwnOutputAndVariables() {
    Workshop workshop = Workshop.of(CHOICE);
    workshop.run("{'n':11}");
    assertThat(workshop.output()).isEqualTo("['big',1]");
  }

  @Test
  void passesTheInputOnWhereTheRuleSaysNothing() {
    Workshop workshop = Workshop.of(CHOICE);
    workshop.run("{'n':7}");
    assertThat(workshop.output()).isEqualTo("[{'n':7},0]");
  }

  @Test
  void takesTheDefaultWithTheFieldsOfTheState() {
    Workshop workshop = Workshop.of(CHOICE);
    workshop.run("{'n':1}");
    assertThat(workshop.output()).isEqualTo("['small',2]");
  }

  @Test
  void failsWhenNoRuleHoldsAndThereIsNoDefault() {
    Workshop workshop =
        Workshop.of(
            """
            'A':{'Type':'Choice','Choices':[{'Condition':false,'Next':'B'}]},'B':{'Type':'Succeed'}
            """);
    workshop.run("{}");
    assertThat(workshop.describe().error()).isEqualTo("States.NoChoiceMatched");
  }

  @Test
  void failsWhenAConditionIsNoBoolean() {
    Workshop workshop =
        Workshop.of(
            """
            'A':{'Type':'Choice','Choices':[{'Condition':'{% 1 %}','Next':'B'}]},
            'B':{'Type':'Succeed'}
            """);
    workshop.run("{}");
    assertThat(workshop.describe().error()).isEqualTo("States.QueryEvaluationError");
  }

  @Test
  void waitsForSeconds() {
    Workshop workshop =
        Workshop.of("'A':{'Type':'Wait','Seconds':'{% $states.input.s %}','End':true}");
    workshop.run("{'s':60}");
    workshop.timers.advance(Duration.ofMillis(59_999));
    assertThat(workshop.describe().statusAsString()).isEqualTo("RUNNING");
    workshop.timers.advance(Duration.ofMillis(1));
    assertThat(workshop.describe().statusAsString()).isEqualTo("SUCCEEDED");
    assertThat(workshop.output()).isEqualTo("{'s':60}");
  }

  @Test
  void waitsUntilATime() {
    Workshop workshop =
        Workshop.of("'A':{'Type':'Wait','Timestamp':'2026-11-22T11:30:00+01:00','End':true}");
    workshop.run("{}");
    workshop.timers.advance(Duration.ofMinutes(29));
    assertThat(workshop.describe().statusAsString()).isEqualTo("RUNNING");
    workshop.timers.advance(Duration.ofMinutes(1));
    assertThat(workshop.describe().statusAsString()).isEqualTo("SUCCEEDED");
  }

  @Test
  void doesNotWaitForATimeThatHasPassed() {
    Workshop workshop =
        Workshop.of("'A':{'Type':'Wait','Timestamp':'2020-01-01T00:00:00Z','End':true}");
    workshop.run("{}");
    assertThat(workshop.describe().statusAsString()).isEqualTo("SUCCEEDED");
  }

  @Test
  void endsWithTheErrorAndCauseOfAFailState() {
    Workshop workshop =
        Workshop.of("'A':{'Type':'Fail','Error':'Nope','Cause':'{% $states.input.why %}'}");
    workshop.run("{'why':'because'}");
    assertThat(workshop.describe().statusAsString()).isEqualTo("FAILED");
    assertThat(workshop.describe().error()).isEqualTo("Nope");
    assertThat(workshop.describe().cause()).isEqualTo("because");
  }

  @Test
  void endsAnExecutionThatTakesLongerThanTheMachineMay() {
    StateMachine machine =
        StateMachine.parse(
            """
            {"QueryLanguage":"JSONata","StartAt":"A","TimeoutSeconds":10,
             "States":{"A":{"Type":"Wait","Seconds":60,"End":true}}}
            """,
            java.util.Map.of());
    TestingTimers timers = new TestingTimers(Workshop.START);
    LocalStepFunctions steps =
        LocalStepFunctions.builder("test", machine)
            .functions((_, payload) -> new FunctionAnswer.Success(payload))
            .queues((_, _, _, _) -> {})
            .timers(timers)
            .build();
    String arn =
        steps.startExecution(r -> r.stateMachineArn(steps.stateMachineArn())).executionArn();
    timers.advance(Duration.ofSeconds(10));
    assertThat(steps.describeExecution(r -> r.executionArn(arn)).statusAsString())
        .isEqualTo("TIMED_OUT");
  }
}
