package dev.trueup.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import dev.trueup.catalog.Platform;
import dev.trueup.plan.Policies;
import dev.trueup.run.InMemoryLedger;
import dev.trueup.run.Run;
import dev.trueup.run.RunStatus;
import dev.trueup.run.Stores;
import dev.trueup.run.TestingWorkflow;
import dev.trueup.store.InMemoryStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ScheduleFunctionTest {
  private static final String NIGHTLY =
      "{'resource': 'inventory', 'sourceOfTruth': 'shopify', 'policies': {}}";

  private final InMemoryLedger ledger = new InMemoryLedger();
  private final TestingWorkflow workflow = new TestingWorkflow();

  @Test
  void opensARunAndStartsItsWorkflow() throws IOException {
    JsonNode answer = handle(NIGHTLY, Map.of());

    Run run = ledger.find(answer.get("runId").asText()).orElseThrow();
    assertThat(answer.get("opened").asBoolean()).isTrue();
    assertThat(workflow.started()).containsExactly(run.id());
    assertThat(run.resource()).isEqualTo("inventory");
    assertThat(run.pair().sourceOfTruth()).isEqualTo(Platform.SHOPIFY);
    assertThat(run.createdBy()).isEqualTo("schedule");
    assertThat(run.policies()).isEqualTo(Policies.DEFAULTS);
  }

  @Test
  void takesThePoliciesOfTheScheduleAndTheRestFromTheDeployment() throws IOException {
    JsonNode answer =
        handle(
            NIGHTLY.replace("{}", "{'approval': 'auto-if-safe'}"),
            Map.of("TRUEUP_POLICIES", "{\"missingInSource\": \"zero\"}"));

    Policies policies = ledger.find(answer.get("runId").asText()).orElseThrow().policies();
    assertThat(policies.approval().mode()).isEqualTo(Policies.ApprovalPolicy.Mode.AUTO_IF_SAFE);
    assertThat(policies.missingInSource()).isEqualTo(Policies.MissingInSource.ZERO);
  }

  @Test
  void opensNoneWhileAnotherIsOpen() throws IOException {
    JsonNode first = handle(NIGHTLY, Map.of());
    JsonNode second = handle(NIGHTLY, Map.of());

    assertThat(second.get("opened").asBoolean()).isFalse();
    assertThat(second.get("runId")).isEqualTo(first.get("runId"));
    assertThat(workflow.started()).hasSize(1);
  }

  @Test
  void takesThePlaceOfAScheduledPlanThatNobodyDecidedAbout() throws IOException {
    String first = handle(NIGHTLY, Map.of()).get("runId").asText();
    ledger.update(first, run -> run.with(RunStatus.AWAITING_APPROVAL));

    assertThat(handle(NIGHTLY, Map.of()).get("opened").asBoolean()).isTrue();
    assertThat(ledger.find(first).orElseThrow().status()).isEqualTo(RunStatus.REJECTED);
  }

  @Test
  void refusesAPlatformAndAPolicyThereIsNot() {
    assertThatThrownBy(() -> handle(NIGHTLY.replace("shopify", "magento"), Map.of()))
        .hasMessage("there is no platform 'magento'");
    assertThatThrownBy(() -> handle(NIGHTLY.replace("{}", "{'speed': 9}"), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("speed");
    assertThat(workflow.started()).isEmpty();
  }

  private JsonNode handle(String event, Map<String, String> settings) throws IOException {
    var wiring =
        new Wiring(
            ledger,
            new Stores(
                Map.of(
                    Platform.WOOCOMMERCE, new InMemoryStore(Platform.WOOCOMMERCE),
                    Platform.SHOPIFY, new InMemoryStore(Platform.SHOPIFY))),
            workflow,
            Wiring.RESOURCES,
            InstantSource.fixed(Instant.parse("2026-11-22T03:00:00Z")),
            Settings.of(settings));
    var output = new ByteArrayOutputStream();
    new ScheduleFunction(wiring)
        .handleRequest(
            new ByteArrayInputStream(event.replace('\'', '"').getBytes(StandardCharsets.UTF_8)),
            output,
            context());
    return StepFunction.JSON.readTree(output.toByteArray());
  }

  /// A context nobody may ask: a schedule has all the time it needs.
  private static Context context() {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (_, method, _) -> {
              throw new UnsupportedOperationException(method.getName());
            });
  }
}
