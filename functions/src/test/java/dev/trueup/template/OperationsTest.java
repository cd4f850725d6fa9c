package dev.trueup.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The alarms watch what is deployed.
final class OperationsTest {
  private final JsonNode nested = Template.main().properties("Operations");
  private final Template alarms = Template.at(Path.of(nested.required("TemplateURL").asText()));

  @Test
  void getsEveryParameterAndUsesIt() {
    assertThat(Template.names(nested.required("Parameters")))
        .isEqualTo(Template.names(alarms.root().required("Parameters")))
        .isSubsetOf(Template.references(alarms.root()));
  }

  @Test
  void everyAlarmSaysWhatItMeansAndTellsSomebody() {
    Map<String, JsonNode> all = alarms.ofType("AWS::CloudWatch::Alarm");
    assertThat(all).hasSizeGreaterThanOrEqualTo(6);
    all.forEach((name, alarm) -> {
      assertThat(alarm.required("AlarmDescription").asText()).as(name).contains(". ");
      assertThat(Template.references(alarm.required("AlarmActions"))).containsExactly("AlarmTopic");
      assertThat(alarm.required("TreatMissingData").asText()).as(name).isEqualTo("notBreaching");
    });
  }

  /// AWS gives ten metrics in alarms away; every further one has a price.
  @Test
  void costsNothingWhileIdle() {
    int metrics =
        alarms.ofType("AWS::CloudWatch::Alarm").values().stream()
            .mapToInt(alarm -> Math.max(alarm.findValues("MetricStat").size(), 1))
            .sum();
    assertThat(metrics).isLessThanOrEqualTo(10);
  }

  @Test
  void theDashboardIsJson() throws JsonProcessingException {
    String body = alarms.properties("Dashboard").at("/DashboardBody/Fn::Sub").asText();
    assertThat(new ObjectMapper().readTree(body).required("widgets")).hasSizeGreaterThan(4);
  }
}
