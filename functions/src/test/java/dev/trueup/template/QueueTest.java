package dev.trueup.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How long a message is hidden, tried and kept fits how long its worker and the workflow take.
final class QueueTest {
  private final Template template = Template.main();
  private final JsonNode sendBatch =
      Objects.requireNonNull(StateMachine.sync().states().get("SendBatch"));

  /// AWS Lambda's developer guide, "Configuring a queue to use with Lambda": at least six times.
  @ParameterizedTest
  @CsvSource({"ApplyQueue, ApplyFunction", "UndeliveredQueue, UndeliveredFunction"})
  void hidesAMessageSixTimesAsLongAsItsWorkerMayTake(String queue, String function) {
    assertThat(seconds(queue, "VisibilityTimeout"))
        .isGreaterThanOrEqualTo(6 * seconds(function, "Timeout"));
  }

  @ParameterizedTest
  @CsvSource({"ApplyQueue, ApplyFunction", "UndeliveredQueue, UndeliveredFunction"})
  void handsOneMessageToAWorkerAndFewWorkersAtATime(String queue, String function) {
    JsonNode event = template.properties(function).at("/Events/Message");
    assertThat(event.required("Type").asText()).isEqualTo("SQS");
    JsonNode source = event.required("Properties");
    assertThat(Template.references(source.required("Queue"))).containsExactly(queue);
    assertThat(source.required("BatchSize").asInt()).isEqualTo(1);
    assertThat(source.at("/ScalingConfig/MaximumConcurrency").asInt()).isEqualTo(2);
    assertThat(template.properties(queue).required("FifoQueue").asBoolean()).isTrue();
  }

  @Test
  void takesBackOnlyTheMessagesThatFailed() {
    assertThat(
            template
                .properties("ApplyFunction")
                .at("/Events/Message/Properties/FunctionResponseTypes"))
        .extracting(JsonNode::asText)
        .containsExactly("ReportBatchItemFailures");
  }

  @Test
  void givesAMessageUpBeforeTheWorkflowLosesPatience() {
    JsonNode redrive = template.properties("ApplyQueue").required("RedrivePolicy");
    assertThat(Template.references(redrive)).containsExactly("UndeliveredQueue");
    long longest =
        redrive.required("maxReceiveCount").asLong() * seconds("ApplyQueue", "VisibilityTimeout")
            + seconds("UndeliveredFunction", "Timeout");
    assertThat(longest).isLessThan(sendBatch.required("HeartbeatSeconds").asLong());
  }

  @Test
  void keepsAMessageLongerThanTheWorkflowWaitsForIt() {
    assertThat(seconds("ApplyQueue", "MessageRetentionPeriod"))
        .isGreaterThan(sendBatch.required("TimeoutSeconds").asLong());
    assertThat(seconds("UndeliveredQueue", "MessageRetentionPeriod"))
        .isGreaterThan(seconds("ApplyQueue", "MessageRetentionPeriod"));
  }

  /// An HTTP API waits 30 seconds for its function.
  @Test
  void answersBeforeTheGatewayGivesUp() {
    assertThat(seconds("ApiFunction", "Timeout")).isLessThan(30);
  }

  private long seconds(String resource, String property) {
    return template.properties(resource).required(property).asLong();
  }
}
