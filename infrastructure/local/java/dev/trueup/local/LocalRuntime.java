package dev.trueup.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.trueup.function.ApiFunction;
import dev.trueup.function.ApplyFunction;
import dev.trueup.function.AwaitApprovalFunction;
import dev.trueup.function.AwaitResumeFunction;
import dev.trueup.function.CloseFunction;
import dev.trueup.function.CompareFunction;
import dev.trueup.function.DispatchFunction;
import dev.trueup.function.FailFunction;
import dev.trueup.function.PlanRollbackFunction;
import dev.trueup.function.Settings;
import dev.trueup.function.StepFunctionsWorkflow;
import dev.trueup.function.UndeliveredFunction;
import dev.trueup.function.VerifyFunction;
import dev.trueup.function.Wiring;
import dev.trueup.ledger.DynamoLedger;
import dev.trueup.local.states.LocalStepFunctions;
import dev.trueup.local.states.ScheduledTimers;
import dev.trueup.local.states.StateMachine;
import dev.trueup.plan.Rules;
import dev.trueup.run.Stores;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// Everything that runs in AWS, on this machine: the same functions, the same state machine file, a
/// table, a queue, and an HTTP front.
public final class LocalRuntime implements AutoCloseable {
  private static final String TABLE = "trueup";
  private static final String QUEUE = "trueup-apply";
  private static final Duration RETENTION = Duration.ofDays(90);
  private static final Duration STEP_TIME = Duration.ofMinutes(15);
  private static final Duration WORKER_TIME = Duration.ofMinutes(2);
  private static final int MAX_RECEIVES = 3;

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private @Nullable HttpFront front;
  private @Nullable LocalStepFunctions workflow;

  private LocalRuntime() {}

  /// What the runtime is made of.
  ///
  /// @param port of the HTTP front; 0 for any that is free
  /// @param data where the state is kept, or null to forget it at the end
  /// @param environment where the deployment's policies come from
  /// @param approvalTime how long a run waits for a person
  public record Parts(
      int port,
      @Nullable Path data,
      Stores stores,
      List<Rules> resources,
      String accessKey,
      Duration approvalTime,
      Map<String, String> environment) {
    public static final Duration APPROVAL_TIME = Duration.ofDays(7);

    public Parts(
        int port,
        @Nullable Path data,
        Stores stores,
        List<Rules> resources,
        String accessKey,
        Duration approvalTime) {
      this(port, data, stores, resources, accessKey, approvalTime, Map.of());
    }
  }

  /// Starts everything; what a run of an earlier start left undone goes on by itself.
  ///
  /// @throws PortInUseException when something else listens on the port
  public static LocalRuntime start(Parts parts) throws IOException {
    var runtime = new LocalRuntime();
    try {
      runtime.assemble(parts);
      return runtime;
    } catch (IOException | RuntimeException e) {
      runtime.close();
      throw e;
    }
  }

  private void assemble(Parts given) throws IOException {
    ScheduledTimers timers = opened(new ScheduledTimers());
    Path data = given.data();
    LocalTable table =
        opened(
            data == null
                ? LocalTable.inMemory(DynamoLedger.table(TABLE))
                : LocalTable.in(data.resolve("table"), DynamoLedger.table(TABLE)));
    LocalQueue queue = opened(LocalQueue.start(QUEUE, MAX_RECEIVES, WORKER_TIME.multipliedBy(6)));
    var functions = new LocalFunctions();
    LocalStepFunctions steps = opened(workflow(functions, queue, timers, given));
    workflow = steps;
    Wiring wiring =
        new Wiring(
            new DynamoLedger(table.client(), TABLE, timers, RETENTION),
            given.stores(),
            new StepFunctionsWorkflow(steps, steps.stateMachineArn()),
            given.resources(),
            timers,
            settings(given));
    steps(wiring)
        .forEach(
            (name, handler) -> functions.add(new LocalLambda(name, handler, STEP_TIME, timers)));
    workers(queue, wiring, timers);
    steps.resume();
    front =
        opened(
            HttpFront.start(
                given.port(),
                new LocalLambda("ApiFunction", new ApiFunction(wiring), STEP_TIME, timers),
                timers));
  }

  private static LocalStepFunctions workflow(
      LocalFunctions functions, LocalQueue queue, ScheduledTimers timers, Parts given) {
    Path data = given.data();
    var builder =
        LocalStepFunctions.builder("sync", definition(queue.url(), given.approvalTime()))
            .functions(functions)
            .queues(queue)
            .timers(timers);
    return (data == null ? builder : builder.directory(data.resolve("executions"))).build();
  }

  private static Map<String, RequestStreamHandler> steps(Wiring wiring) {
    var steps = new HashMap<String, RequestStreamHandler>();
    steps.put("CompareFunction", new CompareFunction(wiring));
    steps.put("PlanRollbackFunction", new PlanRollbackFunction(wiring));
    steps.put("AwaitApprovalFunction", new AwaitApprovalFunction(wiring));
    steps.put("DispatchFunction", new DispatchFunction(wiring));
    steps.put("AwaitResumeFunction", new AwaitResumeFunction(wiring));
    steps.put("VerifyFunction", new VerifyFunction(wiring));
    steps.put("CloseFunction", new CloseFunction(wiring));
    steps.put("FailFunction", new FailFunction(wiring));
    return steps;
  }

  private void workers(LocalQueue queue, Wiring wiring, ScheduledTimers timers) {
    var settings = new QueuePoller.Settings(1, 2, Duration.ofSeconds(2), Duration.ofSeconds(5));
    opened(
        QueuePoller.start(
            queue,
            new LocalLambda("ApplyFunction", new ApplyFunction(wiring), WORKER_TIME, timers),
            settings));
    opened(
        QueuePoller.startForDeadLetters(
            queue,
            new LocalLambda(
                "UndeliveredFunction", new UndeliveredFunction(wiring), WORKER_TIME, timers),
            settings));
  }

  private static StateMachine definition(String queueUrl, Duration approvalTime) {
    var substitutions = new HashMap<String, String>();
    for (String step :
        List.of(
            "Compare",
            "PlanRollback",
            "AwaitApproval",
            "Dispatch",
            "AwaitResume",
            "Verify",
            "Close",
            "Fail")) {
      substitutions.put(step + "Function", step + "Function");
    }
    substitutions.put("ApplyQueueUrl", queueUrl);
    substitutions.put("ApprovalSeconds", Long.toString(approvalTime.toSeconds()));
    try (InputStream file = LocalRuntime.class.getResourceAsStream("/statemachine/sync.asl.json")) {
      if (file == null) {
        throw new IllegalStateException("statemachine/sync.asl.json is not on the class path");
      }
      return StateMachine.parse(
          new String(file.readAllBytes(), StandardCharsets.UTF_8), substitutions);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Settings settings(Parts given) {
    var settings = new HashMap<String, String>();
    for (String name : List.of("TRUEUP_POLICIES", "TRUEUP_PLAN_HOURS")) {
      Optional.ofNullable(given.environment().get(name))
          .ifPresent(value -> settings.put(name, value));
    }
    settings.put("TRUEUP_ACCESS_KEYS", accessKeys(given.accessKey()));
    return Settings.of(settings);
  }

  private static String accessKeys(String key) {
    ArrayNode keys = new ObjectMapper().createArrayNode();
    keys.addObject().put("name", "local").put("role", "approver").put("sha256", sha256(key));
    return keys.toString();
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// Is done when the workflow of a run has ended, however it ended.
  public CompletableFuture<Void> ended(String runId) {
    LocalStepFunctions started = Objects.requireNonNull(workflow);
    String arn = started.stateMachineArn().replace(":stateMachine:", ":execution:") + ":" + runId;
    return started.outcome(arn).thenAccept(_ -> {});
  }

  public int port() {
    return Objects.requireNonNull(front).port();
  }

  private <T extends AutoCloseable> T opened(T part) {
    parts.push(part);
    return part;
  }

  /// Stops everything, the last part first.
  @Override
  public void close() {
    while (!parts.isEmpty()) {
      AutoCloseable part = parts.pop();
      try {
        part.close();
      } catch (Exception e) {
        LoggerFactory.getLogger(LocalRuntime.class).warn("{} did not close", part, e);
      }
    }
  }
}
