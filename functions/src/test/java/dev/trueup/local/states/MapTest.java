package dev.trueup.local.states;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MapTest {
  private static final String SEND =
      "{'Type':'Task','Resource':'arn:aws:states:::sqs:sendMessage.waitForTaskToken','Arguments':"
          + "{'QueueUrl':'q','MessageBody':{'token':'{% $states.context.Task.Token %}',"
          + "'item':'{% $states.input %}'}},'End':true}";

  private static Workshop map(String fields, String config, String states) {
    return Workshop.of(
        "'A':{'Type':'Map',"
            + fields
            + ",'ItemProcessor':{"
            + config
            + "'StartAt':'I','States':{"
            + states
            + "}},'Next':'B'},'B':{'Type':'Succeed'}"
            + (fields.contains("Catch") ? ",'C':{'Type':'Succeed','Output':'caught'}" : ""));
  }

  private static Workshop sending(String fields, String config) {
    return map(fields, config, "'I':" + SEND);
  }

  private static List<String> items(Workshop workshop) {
    List<String> items = new ArrayList<>();
    workshop.sent.forEach(
        message -> items.add(Workshop.json(message.path("body").asText()).path("item").toString()));
    return items;
  }

  private static void answer(Workshop workshop, int message, String output) {
    JsonNode body = Workshop.json(workshop.sent.get(message).path("body").asText());
    workshop.steps.sendTaskSuccess(r -> r.taskToken(body.path("token").asText()).output(output));
  }

  private static final String CATCH = ",'Catch':[{'ErrorEquals':['States.ALL'],'Next':'C'}]";

  @Test
  void givesTheResultsInTheOrderOfTheItems() {
    Workshop workshop = sending("'Items':'{% $states.input.list %}'", "");
    workshop.run("{'list':['a','b','c']}");
    answer(workshop, 2, "3");
    answer(workshop, 0, "1");
    assertThat(workshop.describe().statusAsString()).isEqualTo("RUNNING");
    answer(workshop, 1, "2");
    assertThat(workshop.output()).isEqualTo("[1,2,3]");
  }

  @Test
  void hasNoMoreIterationsOpenThanItMay() {
    Workshop workshop = sending("'MaxConcurrency':'{% 2 %}'", "");
    workshop.run("['a','b','c','d']");
    assertThat(items(workshop)).containsExactly("\"a\"", "\"b\"");
    answer(workshop, 1, "0");
    assertThat(items(workshop)).containsExactly("\"a\"", "\"b\"", "\"c\"");
    answer(workshop, 0, "0");
    answer(workshop, 2, "0");
    answer(workshop, 3, "0");
    assertThat(workshop.output()).isEqualTo("[0,0,0,0]");
  }

  @Test
  void runsAtMostFortyInlineIterationsAtOnce() {
    Workshop workshop = sending("'Items':'{% [1..50] %}'", "");
    workshop.run("{}");
    assertThat(workshop.sent).hasSize(40);
  }

  @Test
  void runsDistributedIterationsWithoutThatLimit() {
    Workshop workshop =
        sending(
            "'Items':'{% [1..50] %}'",
            "'ProcessorConfig':{'Mode':'DISTRIBUTED','ExecutionType':'STANDARD'},");
    workshop.run("{}");
    assertThat(workshop.sent).hasSize(50);
  }

  @Test
  void endsAtOnceWithoutItems() {
    Workshop workshop = sending("'Items':[]", "");
    workshop.run("{}");
    assertThat(workshop.output()).isEqualTo("[]");
  }

  @Test
  void selectsItemsWithTheirIndexAndOuterVariables() {
    Workshop workshop =
        Workshop.of(
            """
            'A':{'Type':'Pass','Assign':{'run':'r1'},'Next':'M'},
            'M':{'Type':'Map','Items':['x','y'],
              'ItemSelector':{'i':'{% $states.context.Map.Item.Index %}',
                'v':'{% $states.context.Map.Item.Value %}','k':'{% $states.input.k %}'},
              'ItemProcessor':{'StartAt':'I','States':{
                'I':{'Type':'Pass','Assign':{'mine':'{% $states.input.i %}'},'Next':'J'},
                'J':{'Type':'Pass','End':true,'Output':[
                  '{% $run %}','{% $mine %}','{% $states.context.Map.Item.Value %}']}}},
              'Output':'{% $states.result %}','End':true}
            """);
    workshop.run("{'k':'!'}");
    assertThat(workshop.output()).isEqualTo("[['r1',0,'x'],['r1',1,'y']]");
  }

  @Test
  void hidesOuterVariablesAndTheItemFromDistributedIterations() {
    Workshop workshop =
        Workshop.of(
            """
            'A':{'Type':'Pass','Assign':{'run':'r1'},'Next':'M'},
            'M':{'Type':'Map','Items':['x'],'ItemProcessor':{
                'ProcessorConfig':{'Mode':'DISTRIBUTED','ExecutionType':'STANDARD'},
                'StartAt':'I','States':{'I':{'Type':'Pass','End':true,'Output':[
                  '{% $exists($run) %}','{% $exists($states.context.Map) %}',
                  '{% $states.context.Execution.Input %}',
                  '{% $states.context.Execution.Name %}']}}},'End':true}
            """);
    workshop.run("{}");
    assertThat(workshop.output()).isEqualTo("[[false,false,'x','one/2.1.0']]");
  }

  @Test
  void failsWithTheErrorOfTheFirstIterationThatFailsAndForgetsTheOthers() {
    Workshop workshop = sending("'Items':['a','b']" + CATCH, "");
    workshop.run("{}");
    JsonNode first = Workshop.json(workshop.sent.getFirst().path("body").asText());
    workshop.steps.sendTaskFailure(r -> r.taskToken(first.path("token").asText()).error("E"));
    assertThat(workshop.output()).isEqualTo("'caught'");
    assertThat(workshop.timers.pending()).isZero();
  }

  @Test
  void failsADistributedMapWithItsOwnError() {
    Workshop workshop =
        sending(
            "'Items':['a']",
            "'ProcessorConfig':{'Mode':'DISTRIBUTED','ExecutionType':'STANDARD'},");
    workshop.run("{}");
    workshop.steps.sendTaskFailure(r -> r.taskToken(workshop.token()).error("E"));
    assertThat(workshop.describe().error()).isEqualTo("States.ExceedToleratedFailureThreshold");
  }

  @Test
  void retriesAsAWhole() {
    Workshop workshop = sending("'Items':['a','b'],'Retry':[{'ErrorEquals':['E']}]", "");
    workshop.run("{}");
    answer(workshop, 0, "1");
    workshop.steps.sendTaskFailure(r -> r.taskToken(workshop.token()).error("E"));
    workshop.timers.advance(Duration.ofSeconds(1));
    assertThat(items(workshop)).containsExactly("\"a\"", "\"b\"", "\"a\"", "\"b\"");
    answer(workshop, 2, "3");
    answer(workshop, 3, "4");
    assertThat(workshop.output()).isEqualTo("[3,4]");
  }

  @Test
  void nests() {
    Workshop workshop =
        map(
            "'Items':[[1,2],[3]]",
            "",
            "'I':{'Type':'Map','ItemProcessor':{'StartAt':'J','States':{'J':{'Type':'Pass',"
                + "'Output':'{% $states.input * 2 %}','End':true}}},'End':true}");
    workshop.run("{}");
    assertThat(workshop.output()).isEqualTo("[[2,4],[6]]");
  }

  @Test
  void failsWhenItemsAreNoArray() {
    Workshop workshop = sending("'Items':'{% $states.input %}'", "");
    workshop.run("{'no':'array'}");
    assertThat(workshop.describe().error()).isEqualTo("States.QueryEvaluationError");
  }

  @Test
  void refusesAResultOfMoreThan256KiB() {
    Workshop workshop =
        map(
            "'Items':'{% [$states.input, $states.input] %}','Output':'ok'",
            "", "'I':{'Type':'Pass','End':true}");
    workshop.run("'" + "x".repeat(200_000) + "'");
    assertThat(workshop.describe().error()).isEqualTo("States.DataLimitExceeded");
  }
}
