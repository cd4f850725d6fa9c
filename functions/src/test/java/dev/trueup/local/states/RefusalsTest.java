package dev.trueup.local.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Definitions are written with `~` for the quote of JSON.
final class RefusalsTest {
  private static final String TASK =
      "~Type~:~Task~,~Resource~:~arn:aws:states:::lambda:invoke~,~Arguments~:{~FunctionName~:~f~}";
  private static final String MAP =
      "~Type~:~Map~,~ItemProcessor~:{~StartAt~:~I~,~States~:{~I~:{~Type~:~Pass~,~End~:true}}}";

  private static StateMachine parse(String state) {
    return machine("~A~:{" + state.replace("TASK", TASK).replace("MAP", MAP) + "}");
  }

  private static StateMachine machine(String states) {
    return StateMachine.parse(
        ("{~QueryLanguage~:~JSONata~,~StartAt~:~A~,~States~:{" + states + "}}").replace('~', '"'),
        Map.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "~Type~:~Parallel~,~Branches~:[],~End~:true            | 'Type': 'Parallel' is not known",
        "~Type~:~Pass~,~Result~:1,~End~:true                   | 'Result': belongs to JSONPath",
        "~Type~:~Pass~,~InputPath~:~$~,~End~:true              | 'InputPath': belongs to JSONPath",
        "~Type~:~Pass~,~Parameters~:{},~End~:true              | 'Parameters': belongs to JSONPath",
        "~Type~:~Pass~,~Output~:{~a.$~:~$.b~},~End~:true       | 'a.$' is JSONPath",
        "~Type~:~Pass~,~QueryLanguage~:~JSONPath~,~End~:true   | 'QueryLanguage': must be JSONata",
        "~Type~:~Pass~,~Foo~:1,~End~:true                      | 'Foo': is not known here",
        "~Type~:~Pass~,~Output~:~{% 1 +  %}~,~End~:true        | is not JSONata",
        "~Type~:~Pass~,~Output~:~{% 1 ~,~End~:true             | is not closed",
        "~Type~:~Pass~,~Output~:~{% $states.result %}~,~End~:true | $states.result is not there",
        "~Type~:~Pass~,~Output~:~{% $$.a %}~,~End~:true        | $$ does not exist",
        "~Type~:~Pass~,~Output~:~{% $eval(1) %}~,~End~:true    | $eval is not available",
        "~Type~:~Pass~                                         | 'Next' or 'End'",
        "~Type~:~Pass~,~Next~:~Nowhere~                        | leads to 'Nowhere'",
        "~Type~:~Succeed~,~Assign~:{~x~:1}                     | 'Assign': is not known here",
        "~Type~:~Wait~,~End~:true                              | one of 'Seconds' and 'Timestamp'",
        "~Type~:~Wait~,~SecondsPath~:~$.s~,~Seconds~:1,~End~:true | 'SecondsPath': belongs",
        "~Type~:~Choice~,~Choices~:[]                          | 'Choices': must be a list",
        "~Type~:~Choice~,~Choices~:[{~Condition~:1,~Next~:~A~}] | 'Condition': must be a boolean",
        "~Type~:~Choice~,~Choices~:[{~Variable~:~$~,~Next~:~A~}] | 'Condition': is missing",
        "~Type~:~Task~,~Resource~:~arn:aws:states:::sns:publish~,~End~:true | 'Resource'",
        "~Type~:~Task~,~Resource~:~arn:aws:states:::lambda:invoke~,~End~:true | 'Arguments': is"
            + " miss",
        "~Type~:~Task~,~Resource~:~arn:aws:states:::lambda:invoke~,~Arguments~:{},~End~:true | "
            + "'FunctionName' is missing",
        "~Type~:~Task~,~Resource~:~arn:aws:states:::lambda:invoke~,~Arguments~:{~FunctionName~:~f~,~Qualifier~:~1~},~End~:true"
            + " | 'Qualifier' is not known",
        "TASK,~Credentials~:{},~End~:true                      | 'Credentials': is not known",
        "TASK,~TimeoutSeconds~:0,~End~:true                    | 'TimeoutSeconds': must be",
        "TASK,~Retry~:[{~ErrorEquals~:[]}],~End~:true          | must name an error",
        "TASK,~Retry~:[{~ErrorEquals~:[~E~],~BackoffRate~:0.5}],~End~:true | 'BackoffRate'",
        "TASK,~Retry~:[{~ErrorEquals~:[~E~],~JitterStrategy~:~X~}],~End~:true | 'JitterStrategy'",
        "TASK,~Retry~:[{~ErrorEquals~:[~E~],~Foo~:1}],~End~:true | 'Foo'",
        "TASK,~Retry~:[{~ErrorEquals~:[~States.ALL~,~E~]}],~End~:true | States.ALL must be alone",
        "TASK,~Catch~:[{~ErrorEquals~:[~E~],~ResultPath~:~$~,~Next~:~A~}],~End~:true |"
            + " 'ResultPath'",
        "TASK,~Output~:~{% $states.errorOutput %}~,~End~:true  | $states.errorOutput is not there",
        "MAP,~ToleratedFailureCount~:1,~End~:true              | 'ToleratedFailureCount'",
        "MAP,~ItemReader~:{},~End~:true                        | 'ItemReader': is not known",
        "MAP,~ItemBatcher~:{},~End~:true                       | 'ItemBatcher': is not known",
        "MAP,~ResultWriter~:{},~End~:true                      | 'ResultWriter': is not known",
        "MAP,~ItemsPath~:~$~,~End~:true                        | 'ItemsPath': belongs to JSONPath",
      })
  void refuses(String state, String why) {
    assertThatThrownBy(() -> parse(state))
        .isInstanceOf(DefinitionException.class)
        .hasMessageStartingWith("state 'A'")
        .hasMessageContaining(why);
  }

  @Test
  void refusesAnUnknownFieldOfTheMachine() {
    assertThatThrownBy(() ->
            StateMachine.parse(
                "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"A\",\"Foo\":1,"
                    + "\"States\":{\"A\":{\"Type\":\"Succeed\"}}}",
                Map.of()))
        .hasMessage("the definition, field 'Foo': is not known here");
  }

  @Test
  void refusesAMachineThatIsNotJsonata() {
    assertThatThrownBy(() -> StateMachine.parse("{\"StartAt\":\"A\",\"States\":{}}", Map.of()))
        .hasMessage("the definition, field 'QueryLanguage': is missing");
  }

  @Test
  void refusesExpressDistributedMaps() {
    assertThatThrownBy(() ->
            parse(
                MAP.replace(
                        "~StartAt~",
                        "~ProcessorConfig~:{~Mode~:~DISTRIBUTED~,~ExecutionType~:~EXPRESS~},"
                            + "~StartAt~")
                    + ",~End~:true"))
        .hasMessageContaining("only STANDARD is known here");
  }

  @Test
  void refusesAStateThatNothingLeadsTo() {
    assertThatThrownBy(() -> machine("~A~:{~Type~:~Succeed~},~B~:{~Type~:~Succeed~}"))
        .hasMessage("state 'B': no state leads to it");
  }

  @Test
  void refusesAnInnerVariableWithTheNameOfAnOuterOne() {
    String inner = MAP.replace("~Pass~", "~Pass~,~Assign~:{~x~:1}");
    assertThatThrownBy(() ->
            machine(
                "~A~:{~Type~:~Pass~,~Assign~:{~x~:1},~Next~:~M~},~M~:{" + inner + ",~End~:true}"))
        .hasMessageContaining("'x' is already a variable outside");
  }

  @Test
  void refusesNamesThatAreNoVariables() {
    assertThatThrownBy(() -> parse("~Type~:~Pass~,~Assign~:{~states~:1},~End~:true"))
        .hasMessageContaining("'states' is reserved");
    assertThatThrownBy(() -> parse("~Type~:~Pass~,~Assign~:{~1x~:1},~End~:true"))
        .hasMessageContaining("'1x' is not a name");
  }

  @Test
  void refusesTwoStatesOfOneNameEvenInAMap() {
    assertThatThrownBy(() -> machine("~A~:{" + MAP.replace("~I~", "~A~") + ",~End~:true}"))
        .hasMessage("state 'A': there are two of it");
  }

  @Test
  void putsSubstitutionsInAndEscapesThem() {
    String definition =
        "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Succeed\","
            + "\"Output\":\"${Name}\"}}}";
    StateMachine machine = StateMachine.parse(definition, Map.of("Name", "a\"b"));
    assertThat(machine.flow().state("A").toString()).contains("a\\\"b");
    assertThatThrownBy(() -> StateMachine.parse(definition, Map.of()))
        .hasMessage("substitution ${Name}: has no value");
    assertThatThrownBy(() -> StateMachine.parse(definition, Map.of("Name", "a", "Other", "b")))
        .hasMessage("substitution ${Other}: is given, but not used");
  }
}
