package dev.trueup.template;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// One word for one thing: template, workflow and code agree about the names of what they share.
final class NamesTest {
  private static final String PACKAGE = "dev.trueup.function";
  private static final Pattern SETTING =
      Pattern.compile("\"((?:TRUEUP|WOOCOMMERCE|WORDPRESS|SHOPIFY)_[A-Z_]+)\"");

  private final Template template = Template.main();
  private final StateMachine workflow = StateMachine.sync();

  @Test
  void everyFunctionIsTheClassOfItsName() {
    Map<String, JsonNode> functions = template.ofType(Template.FUNCTION);
    assertThat(functions).isNotEmpty();
    functions.forEach((name, properties) -> {
      String handler = properties.required("Handler").asText();
      assertThat(handler).isEqualTo(PACKAGE + "." + name);
      assertThatCode(
              () -> {
                Class<?> type = Class.forName(handler);
                assertThat(type).isFinal().isPublic().isAssignableTo(RequestStreamHandler.class);
                assertThat(type.getConstructor()).isNotNull();
              })
          .as(name)
          .doesNotThrowAnyException();
    });
  }

  @Test
  void everyFunctionOfTheCodeIsDeployed() {
    Set<String> classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(PACKAGE).stream()
                .filter(type -> type.isAssignableTo(RequestStreamHandler.class))
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(JavaClass::getSimpleName)
                .collect(toCollection(TreeSet::new));
    assertThat(template.ofType(Template.FUNCTION).keySet())
        .containsExactlyInAnyOrderElementsOf(classes);
  }

  @Test
  void everyStateInvokesTheFunctionOfItsName() {
    Map<String, JsonNode> states = workflow.states();
    assertThat(states).hasSizeGreaterThan(15);
    states.forEach((name, state) -> {
      if (state.path("Resource").asText().startsWith("arn:aws:states:::lambda:invoke")) {
        assertThat(state.at("/Arguments/FunctionName").asText())
            .isEqualTo("${" + name + "Function}");
      }
    });
  }

  @Test
  void theWorkflowGetsWhatItWantsAndNothingElse() {
    JsonNode given = template.properties("SyncStateMachine").required("DefinitionSubstitutions");
    assertThat(Template.names(given)).isEqualTo(workflow.substitutions());
    given
        .properties()
        .forEach(substitution ->
            assertThat(Template.references(substitution.getValue()))
                .containsExactly(substitution.getKey().replaceFirst("Url$", "")));
  }

  @Test
  void theFunctionsKnowTheWorkflowByItsName() {
    String name = template.properties("SyncStateMachine").at("/Name/Fn::Sub").asText();
    assertThat(template.stateMachineArn().required("Fn::Sub").asText())
        .endsWith(":stateMachine:" + name);
  }

  @Test
  void everyErrorOfOursIsAClass() {
    assertThat(workflow.errors()).contains("States.ALL");
    workflow.errors().stream()
        .filter(error -> !error.startsWith("States.") && !error.startsWith("Lambda."))
        .forEach(error ->
            assertThatCode(() -> Class.forName(error)).as(error).doesNotThrowAnyException());
  }

  @Test
  void everySettingTheCodeReadsIsGivenAndNoOther() throws IOException {
    var given = new TreeSet<>(Set.of("SHOPIFY_URL")); // for a proxy: whoever has one adds it
    given.addAll(Template.names(template.globals().at("/Environment/Variables")));
    template
        .ofType(Template.FUNCTION)
        .values()
        .forEach(function -> given.addAll(Template.names(function.at("/Environment/Variables"))));
    given.addAll(Template.names(secret()));
    assertThat(given).isEqualTo(settingsInTheCode());
  }

  @Test
  void everythingIsUsed() {
    Set<String> used = Template.references(template.root());
    assertThat(
            template.resources().stream()
                .filter(name -> !isUsedByAws(template.resource(name).required("Type").asText())))
        .isSubsetOf(used);
    assertThat(Template.names(template.root().required("Parameters"))).isSubsetOf(used);
  }

  private static boolean isUsedByAws(String type) {
    return Set.of(Template.FUNCTION, "AWS::CloudFormation::Stack", "AWS::Scheduler::Schedule")
        .contains(type);
  }

  private JsonNode secret() throws JsonProcessingException {
    String text = template.properties("StoreSecret").at("/SecretString/Fn::Sub").asText();
    return new ObjectMapper().readTree(text);
  }

  private static Set<String> settingsInTheCode() throws IOException {
    var settings = new TreeSet<String>();
    try (Stream<Path> files = Files.walk(Path.of("functions/src/main/java/dev/trueup/function"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        SETTING
            .matcher(Files.readString(file))
            .results()
            .forEach(match -> settings.add(match.group(1)));
      }
    }
    return settings;
  }
}
