package dev.trueup.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trueup.function.Wiring;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// There is a schedule for every resource, and none is on before somebody says so.
final class ScheduleTest {
  private final Template template = Template.main();

  @Test
  void everyResourceHasOne() {
    Set<String> resources =
        Wiring.RESOURCES.stream().map(rules -> rules.resource().name()).collect(Collectors.toSet());
    assertThat(template.ofType("AWS::Scheduler::Schedule").values())
        .extracting(schedule -> input(schedule).required("resource").asText())
        .containsExactlyInAnyOrderElementsOf(resources);
  }

  @Test
  void everyOneIsOffUntilSomebodyTurnsItOn() {
    template
        .ofType("AWS::Scheduler::Schedule")
        .values()
        .forEach(schedule -> {
          String parameter = schedule.at("/State/Ref").asText();
          assertThat(template.root().at("/Parameters/" + parameter + "/Default").asText())
              .isEqualTo("DISABLED");
          assertThat(Template.references(schedule.required("Target").required("Arn")))
              .containsExactly("ScheduleFunction");
        });
  }

  private static JsonNode input(JsonNode schedule) {
    String text = schedule.at("/Target/Input/Fn::Sub").asText();
    try {
      return new ObjectMapper().readTree(text.replaceFirst("\\$\\{\\w+Policies}", "{}"));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
