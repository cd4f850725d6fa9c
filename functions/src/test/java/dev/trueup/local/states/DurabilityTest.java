package dev.trueup.local.states;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that dies: the objects are dropped as they are, and new ones read the directory.
final class DurabilityTest {
  private static final String SEND =
      "{'Type':'Task','Resource':'arn:aws:states:::sqs:sendMessage.waitForTaskToken','Arguments':"
          + "{'QueueUrl':'q','MessageBody':{'token':'{% $states.context.Task.Token %}'}},";
  private static final String CALL =
      "{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','Arguments':"
          + "{'FunctionName':'f','Payload':'{% $states.input %}'},"
          + "'Output':'{% $states.result.Payload %}',";

  @TempDir Path directory;

  private Workshop process(String states, Duration after) {
    return Workshop.in(directory, states, Workshop.START.plus(after));
  }

  @Test
  void remembersExecutionsThatHaveEnded() {
    String states = "'A':{'Type':'Pass','Output':7,'End':true}";
    process(states, Duration.ZERO).run("{}");
    Workshop later = process(states, Duration.ofDays(1));
    assertThat(later.output()).isEqualTo("7");
    assertThat(later.describe().stopDate()).isEqualTo(Workshop.START);
    assertThat(later.visited()).containsExactly("A");
  }

  @Test
  void takesATokenFromBeforeItDied() {
    String states = "'A':" + SEND + "'End':true}";
    Workshop before = process(states, Duration.ZERO);
    before.run("{}");
    String token = before.token();
    Workshop after = process(states, Duration.ofHours(1));
    after.steps.resume();
    after.steps.sendTaskSuccess(r -> r.taskToken(token).output("8"));
    assertThat(after.output()).isEqualTo("8");
  }

  @Test
  void sendsAMessageToAQueueAgainWithTheSameToken() {
    String states = "'A':" + SEND + "'End':true}";
    Workshop before = process(states, Duration.ZERO);
    before.run("{}");
    Workshop after = process(states, Duration.ofHours(1));
    after.steps.resume();
    assertThat(after.sent).isEqualTo(before.sent);
  }

  @Test
  void doesNotInvokeAFunctionAgainThatHasTheToken() {
    String states =
        """
        'A':{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke.waitForTaskToken',
          'Arguments':{'FunctionName':'ask'},'End':true}
        """;
    Workshop before = process(states, Duration.ZERO);
    before.functions.put("ask", payload -> payload);
    before.run("{}");
    Workshop after = process(states, Duration.ofHours(1));
    after.functions.put("ask", payload -> payload);
    after.steps.resume();
    assertThat(after.invoked).isEmpty();
    assertThat(after.describe().statusAsString()).isEqualTo("RUNNING");
  }

  @Test
  void invokesAFunctionAgainThatHadNotAnswered() {
    String states = "'A':" + CALL + "'End':true}";
    Workshop before = process(states, Duration.ZERO);
    before.functions.put(
        "f",
        _ -> {
          throw new AssertionError("died here");
        });
    try {
      before.run("{'n':1}");
    } catch (AssertionError _) {
      assertThat(before.describe().statusAsString()).isEqualTo("RUNNING");
    }
    Workshop after = process(states, Duration.ofHours(1));
    after.functions.put("f", payload -> payload);
    after.steps.resume();
    assertThat(after.invoked).containsExactly("f {\"n\":1}");
    assertThat(after.output()).isEqualTo("{'n':1}");
  }

  @Test
  void goesOnFromTheLastStateWithItsVariables() {
    String states =
        "'A':"
            + CALL
            + "'Assign':{'kept':'{% $states.result.Payload %}'},'Next':'B'},'B':"
            + SEND
            + "'Output':['{% $kept %}','{% $states.result %}'],'End':true}";
    Workshop before = process(states, Duration.ZERO);
    before.functions.put("f", _ -> Workshop.json("'remember'"));
    before.run("{}");
    Workshop after = process(states, Duration.ofHours(1));
    after.steps.resume();
    after.steps.sendTaskSuccess(r -> r.taskToken(after.token()).output("1"));
    assertThat(after.invoked).isEmpty();
    assertThat(after.output()).isEqualTo("['remember',1]");
    assertThat(after.visited()).containsExactly("A", "B");
  }

  @Test
  void countsATimeoutFromTheOriginalTime() {
    String states =
        "'A':"
            + SEND
            + "'TimeoutSeconds':100,'End':true,'Catch':[{'ErrorEquals':['States.Timeout'],"
            + "'Next':'C'}]},'C':{'Type':'Succeed','Output':'late'}";
    process(states, Duration.ZERO).run("{}");
    Workshop after = process(states, Duration.ofSeconds(60));
    after.steps.resume();
    after.timers.advance(Duration.ofSeconds(39));
    assertThat(after.describe().statusAsString()).isEqualTo("RUNNING");
    after.timers.advance(Duration.ofSeconds(1));
    assertThat(after.output()).isEqualTo("'late'");
  }

  @Test
  void endsAWaitThatWasOverWhileNobodyWasThere() {
    String states = "'A':{'Type':'Wait','Seconds':100,'End':true}";
    process(states, Duration.ZERO).run("{}");
    Workshop after = process(states, Duration.ofHours(1));
    after.steps.resume();
    assertThat(after.describe().statusAsString()).isEqualTo("SUCCEEDED");
  }

  @Test
  void goesOnCountingRetries() {
    String states = "'A':" + CALL + "'Retry':[{'ErrorEquals':['E'],'MaxAttempts':2}],'End':true}";
    Workshop before = process(states, Duration.ZERO);
    before.functions.put(
        "f",
        _ -> {
          throw new Workshop.Thrown("E");
        });
    before.run("{}");
    before.timers.advance(Duration.ofSeconds(1));
    assertThat(before.invoked).hasSize(2);
    Workshop after = process(states, Duration.ofSeconds(1));
    after.functions.put(
        "f",
        _ -> {
          throw new Workshop.Thrown("E");
        });
    after.steps.resume();
    assertThat(after.invoked).isEmpty();
    after.timers.advance(Duration.ofSeconds(2));
    assertThat(after.invoked).hasSize(1);
    assertThat(after.describe().error()).isEqualTo("E");
  }

  @Test
  void goesOnInTheMiddleOfAMap() {
    String definition =
        "'A':{'Type':'Map','Items':[1,2,3,4],'MaxConcurrency':2,'ItemProcessor':{'StartAt':'I',"
            + "'States':{'I':"
            + SEND
            + "'End':true}}},'End':true}";
    Workshop before = process(definition, Duration.ZERO);
    before.run("{}");
    before.steps.sendTaskSuccess(r -> r.taskToken(before.token()).output("'b'".replace('\'', '"')));
    String last = before.token();
    Workshop after = process(definition, Duration.ofHours(1));
    after.steps.resume();
    assertThat(after.sent).hasSize(2);
    after.steps.sendTaskSuccess(r -> r.taskToken(last).output("\"c\""));
    after.steps.sendTaskSuccess(r -> r.taskToken(after.token()).output("\"d\""));
    String first =
        Workshop.json(after.sent.getFirst().path("body").asText()).path("token").asText();
    after.steps.sendTaskSuccess(r -> r.taskToken(first).output("\"a\""));
    assertThat(after.output()).isEqualTo("['a','b','c','d']");
  }

  @Test
  void cutsOffALineThatWasNotWrittenToItsEnd() throws IOException {
    String states = "'A':" + SEND + "'End':true}";
    process(states, Duration.ZERO).run("{}");
    Path journal = directory.resolve("one.jsonl");
    Files.writeString(journal, "{\"event\":\"ended\",\"sta", StandardOpenOption.APPEND);
    Workshop after = process(states, Duration.ofHours(1));
    after.steps.resume();
    after.steps.sendTaskSuccess(r -> r.taskToken(after.token()).output("1"));
    assertThat(process(states, Duration.ofHours(2)).output()).isEqualTo("1");
  }

  @Test
  void failsAnExecutionThatTheDefinitionNoLongerFits() {
    process("'A':{'Type':'Pass','Next':'B'},'B':" + SEND + "'End':true}", Duration.ZERO).run("{}");
    Workshop after = process("'A':{'Type':'Succeed'}", Duration.ofHours(1));
    assertThat(after.describe().statusAsString()).isEqualTo("FAILED");
    assertThat(after.describe().error()).isEqualTo("States.Runtime");
    assertThat(after.describe().cause()).contains("no state 'B'");
    assertThat(process("'A':{'Type':'Succeed'}", Duration.ofHours(2)).describe().stopDate())
        .isEqualTo(Workshop.START.plus(Duration.ofHours(1)));
  }

  @Test
  void givesTheSameResultWhereverItDies() throws IOException {
    String states =
        "'A':"
            + CALL
            + "'Assign':{'none':null},'Next':'M'},'M':{'Type':'Map','Items':'{% $states.input"
            + " %}','ItemProcessor':{'StartAt':'I','States':{'I':"
            + CALL
            + "'Retry':[{'ErrorEquals':['E']}],'Next':'W'},'W':{'Type':'Wait','Seconds':5,"
            + "'End':true}}},'Output':['{% $states.result %}','{% $none %}'],'Next':'Z'},'Z':"
            + CALL
            + "'End':true}";
    Workshop whole = busy(states, directory, Duration.ZERO);
    whole.run("[1,2,null]");
    whole.timers.advance(Duration.ofMinutes(1));
    String expected = "[[1,2,null],null]";
    assertThat(whole.output()).isEqualTo(expected);
    List<String> journal = Files.readAllLines(directory.resolve("one.jsonl"));
    for (int lines = 1; lines < journal.size(); lines++) {
      Path copy = Files.createDirectory(directory.resolve("copy" + lines));
      Files.write(copy.resolve("one.jsonl"), journal.subList(0, lines));
      Workshop again = busy(states, copy, Duration.ofMinutes(2));
      again.steps.resume();
      again.timers.advance(Duration.ofMinutes(1));
      assertThat(again.output()).as("after " + lines + " lines").isEqualTo(expected);
    }
  }

  /// A process whose function fails the first time it sees a 2, and else answers its input.
  private static Workshop busy(String states, Path directory, Duration after) {
    Instant now = Workshop.START.plus(after);
    Workshop workshop = Workshop.in(directory, states, now);
    workshop.functions.put(
        "f",
        payload -> {
          if (payload.asInt() == 2
              && workshop.invoked.stream().filter("f 2"::equals).count() == 1) {
            throw new Workshop.Thrown("E");
          }
          return payload;
        });
    return workshop;
  }
}
