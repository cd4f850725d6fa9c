package dev.trueup.local.states;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExpressionsTest {
  private static Workshop pass(String fields) {
    return Workshop.of("'A':{'Type':'Pass'," + fields + ",'End':true}");
  }

  @Test
  void passesItsInputOnWithoutOutput() {
    Workshop workshop = pass("'Comment':'nothing'");
    workshop.run("{'x':[1,null,'a']}");
    assertThat(workshop.output()).isEqualTo("{'x':[1,null,'a']}");
  }

  @Test
  void evaluatesStringsHoweverDeepAndLeavesOthers() {
    Workshop workshop =
        pass("'Output':{'a':['{% $states.input.n + 1 %}',{'b':'$states.input.n'}],'c':true}");
    workshop.run("{'n':41}");
    assertThat(workshop.output()).isEqualTo("{'a':[42,{'b':'$states.input.n'}],'c':true}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$states.input.a = null            | true",
        "$states.input.a                   | null",
        "[$states.input.a, 1]              | [null,1]",
        "$count($states.input.list)        | 3",
        "$states.input.list[$ > 1]         | [2,3]",
        "$sum($states.input.list) / 4      | 1.5",
        "7.0                               | 7",
        "$range(0, 6, 3)                   | [0,3,6]",
        "$partition($states.input.list, 2) | [[1,2],[3]]",
        "$parse(\\\"{\\\\\\\"k\\\\\\\":null}\\\") | {'k':null}",
        "$millis()                         | 1795341600000",
        "$contains($now(), \\\"T10:00:00Z\\\") | true",
        "$length($uuid())                  | 36",
        "$length($hash(\\\"a\\\"))         | 64",
        "$random(7) = $random(7)           | true",
      })
  void answers(String expression, String value) {
    Workshop workshop = pass("'Output':'{% " + expression + " %}'");
    workshop.run("{'a':null,'list':[1,2,3]}");
    assertThat(workshop.output()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$states.input.missing",
        "$states.input.list + 1",
        "$nothing",
        "missing",
        "function($x) { $x }",
        "$error(\\\"boom\\\")",
        "$range(1)",
      })
  void failsWithAQueryEvaluationError(String expression) {
    Workshop workshop = pass("'Output':'{% " + expression + " %}'");
    workshop.run("{'list':[1]}");
    assertThat(workshop.describe().statusAsString()).isEqualTo("FAILED");
    assertThat(workshop.describe().error()).isEqualTo("States.QueryEvaluationError");
    assertThat(workshop.describe().cause()).startsWith("state 'A', field 'Output'");
  }

  @Test
  void seesTheContextObject() {
    Workshop workshop = pass("'Output':'{% $states.context %}'");
    workshop.run("{'x':1}");
    assertThat(workshop.output())
        .isEqualTo(
            "{'Execution':{'Id':'arn:aws:states:us-east-1:000000000000:execution:test:one',"
                + "'Name':'one','StartTime':'2026-11-22T10:00:00Z','Input':{'x':1}},"
                + "'StateMachine':{'Id':'arn:aws:states:us-east-1:000000000000:stateMachine:test',"
                + "'Name':'test'},"
                + "'State':{'Name':'A','EnteredTime':'2026-11-22T10:00:00Z','RetryCount':0}}");
  }

  @Test
  void assignsVariablesThatTheNextStateSees() {
    Workshop workshop =
        Workshop.of(
            """
            'A':{'Type':'Pass','Assign':{'x':5},'Next':'B'},
            'B':{'Type':'Pass','Assign':{'x':42,'old':'{% $x %}'},'Output':'{% $x %}','Next':'C'},
            'C':{'Type':'Succeed','Output':['{% $states.input %}','{% $x %}','{% $old %}']}
            """);
    workshop.run("{}");
    assertThat(workshop.output()).isEqualTo("[5,42,5]");
  }

  @Test
  void doesNotChangeAVariableByAssigningItInsideAnExpression() {
    Workshop workshop =
        Workshop.of(
            """
            'A':{'Type':'Pass','Assign':{'x':1},'Next':'B'},
            'B':{'Type':'Pass','Output':'{% ($x := 2; $x) %}','Next':'C'},
            'C':{'Type':'Succeed','Output':['{% $states.input %}','{% $x %}']}
            """);
    workshop.run("{}");
    assertThat(workshop.output()).isEqualTo("[2,1]");
  }

  @Test
  void refusesAnOutputOfMoreThan256KiB() {
    Workshop big = pass("'Output':['{% $states.input %}','{% $states.input %}']");
    big.run("'" + "x".repeat(200_000) + "'");
    assertThat(big.describe().error()).isEqualTo("States.DataLimitExceeded");
  }
}
