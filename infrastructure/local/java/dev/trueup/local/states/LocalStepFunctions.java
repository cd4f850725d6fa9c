package dev.trueup.local.states;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.InvalidExecutionInputException;
import software.amazon.awssdk.services.sfn.model.InvalidNameException;
import software.amazon.awssdk.services.sfn.model.InvalidOutputException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.ListExecutionsRequest;
import software.amazon.awssdk.services.sfn.model.ListExecutionsResponse;
import software.amazon.awssdk.services.sfn.model.SendTaskFailureRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskFailureResponse;
import software.amazon.awssdk.services.sfn.model.SendTaskHeartbeatRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskHeartbeatResponse;
import software.amazon.awssdk.services.sfn.model.SendTaskSuccessRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskSuccessResponse;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.StopExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StopExecutionResponse;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/// Step Functions on this machine, for one state machine, behind the client that the functions get.
///
/// Calls that are not overridden throw `UnsupportedOperationException`. Errors are those of
/// docs.aws.amazon.com/step-functions/latest/apireference. As there, a second start with the same
/// name and input answers as the first while that execution runs, and is refused once it has ended;
/// a name is never free again.
public final class LocalStepFunctions implements SfnClient {
  private static final Pattern NAME = Pattern.compile("[0-9A-Za-z_.@=+-]{1,80}");

  private final Services services;
  private final Executions executions;

  LocalStepFunctions(Services services, Executions executions) {
    this.services = services;
    this.executions = executions;
  }

  /// Starts to describe one.
  ///
  /// @param name of the state machine
  public static LocalStepFunctionsBuilder builder(String name, StateMachine machine) {
    return new LocalStepFunctionsBuilder(name, machine);
  }

  /// Goes on with what an earlier process left unfinished. To be called once, when everything that
  /// functions need is there.
  public void resume() {
    executions.resumeAll();
  }

  public String stateMachineArn() {
    return services.machineArn();
  }

  /// Is done when the execution has ended, however it ended.
  public CompletableFuture<DescribeExecutionResponse> outcome(String executionArn) {
    return find(executionArn).outcome().thenApply(this::describe);
  }

  /// The names of the states that have been entered, in that order, iterations included.
  public List<String> visited(String executionArn) {
    return find(executionArn).read(Execution::visited);
  }

  @Override
  public StartExecutionResponse startExecution(StartExecutionRequest request) {
    if (!services.machineArn().equals(request.stateMachineArn())) {
      throw error(StateMachineDoesNotExistException.builder(), request.stateMachineArn());
    }
    String name = request.name() == null ? UUID.randomUUID().toString() : request.name();
    if (!NAME.matcher(name).matches()) {
      throw error(InvalidNameException.builder(), "'" + name + "' is not a name");
    }
    JsonNode input = input(request.input() == null ? "{}" : request.input());
    Conductor conductor =
        executions
            .create(name, input)
            .map(created -> {
              created.resume();
              return created;
            })
            .orElseGet(() -> same(name, input));
    return StartExecutionResponse.builder()
        .executionArn(services.executionArn(name))
        .startDate(conductor.read(Execution::startedAt))
        .build();
  }

  private Conductor same(String name, JsonNode input) {
    Conductor existing = executions.find(name).orElseThrow();
    boolean same =
        existing.read(execution ->
            execution.status().equals(Execution.RUNNING) && execution.input().equals(input));
    if (!same) {
      throw error(
          ExecutionAlreadyExistsException.builder(), "there is an execution '" + name + "'");
    }
    return existing;
  }

  private static JsonNode input(String text) {
    try {
      checkSize(text);
      return Payloads.parse(text);
    } catch (JsonProcessingException e) {
      throw error(InvalidExecutionInputException.builder(), e.getMessage());
    }
  }

  private static void checkSize(String text) {
    if (text.getBytes(StandardCharsets.UTF_8).length > Payloads.MAX_BYTES) {
      throw error(
          software.amazon.awssdk.services.sfn.model.ValidationException.builder(),
          "more than " + Payloads.MAX_BYTES + " bytes");
    }
  }

  @Override
  public DescribeExecutionResponse describeExecution(DescribeExecutionRequest request) {
    return find(request.executionArn()).read(this::describe);
  }

  private DescribeExecutionResponse describe(Execution execution) {
    DescribeExecutionResponse.Builder response =
        DescribeExecutionResponse.builder()
            .executionArn(services.executionArn(execution.name()))
            .stateMachineArn(services.machineArn())
            .name(execution.name())
            .status(execution.status())
            .startDate(execution.startedAt())
            .input(Payloads.text(execution.input()));
    execution
        .end()
        .ifPresent(end ->
            response
                .stopDate(java.time.Instant.ofEpochMilli(end.atMillis()))
                .output(end.output() == null ? null : Payloads.text(end.output()))
                .error(end.error())
                .cause(end.cause()));
    return response.build();
  }

  @Override
  public ListExecutionsResponse listExecutions(ListExecutionsRequest request) {
    return ListExecutionsResponse.builder()
        .executions(
            executions.all().stream()
                .map(conductor -> conductor.read(this::describe))
                .filter(each ->
                    request.statusFilter() == null || each.status() == request.statusFilter())
                .sorted(Comparator.comparing(DescribeExecutionResponse::startDate).reversed())
                .limit(request.maxResults() == null ? 1000 : request.maxResults())
                .map(each ->
                    software.amazon.awssdk.services.sfn.model.ExecutionListItem.builder()
                        .executionArn(each.executionArn())
                        .stateMachineArn(each.stateMachineArn())
                        .name(each.name())
                        .status(each.status())
                        .startDate(each.startDate())
                        .stopDate(each.stopDate())
                        .build())
                .toList())
        .build();
  }

  @Override
  public StopExecutionResponse stopExecution(StopExecutionRequest request) {
    Conductor conductor = find(request.executionArn());
    conductor.stop(request.error(), request.cause());
    return StopExecutionResponse.builder()
        .stopDate(conductor.read(this::describe).stopDate())
        .build();
  }

  @Override
  public SendTaskSuccessResponse sendTaskSuccess(SendTaskSuccessRequest request) {
    Token token = token(request.taskToken());
    JsonNode output;
    try {
      checkSize(request.output());
      output = Payloads.parse(request.output());
    } catch (JsonProcessingException e) {
      throw error(InvalidOutputException.builder(), e.getMessage());
    }
    closedUnless(conductor(token).succeed(token, output));
    return SendTaskSuccessResponse.builder().build();
  }

  @Override
  public SendTaskFailureResponse sendTaskFailure(SendTaskFailureRequest request) {
    Token token = token(request.taskToken());
    String error = request.error() == null ? "" : request.error();
    String cause = request.cause() == null ? "" : request.cause();
    closedUnless(conductor(token).fail(token, error, cause));
    return SendTaskFailureResponse.builder().build();
  }

  @Override
  public SendTaskHeartbeatResponse sendTaskHeartbeat(SendTaskHeartbeatRequest request) {
    Token token = token(request.taskToken());
    closedUnless(conductor(token).hear(token));
    return SendTaskHeartbeatResponse.builder().build();
  }

  private static Token token(@Nullable String text) {
    return Token.decode(text == null ? "" : text)
        .orElseThrow(() -> error(InvalidTokenException.builder(), "Invalid Token: '" + text + "'"));
  }

  private Conductor conductor(Token token) {
    return executions
        .find(token.execution())
        .orElseThrow(
            () -> error(TaskDoesNotExistException.builder(), "no execution has this task"));
  }

  private static void closedUnless(boolean open) {
    if (!open) {
      throw error(
          TaskTimedOutException.builder(),
          "Task Timed Out: 'Provided task does not exist anymore'");
    }
  }

  private Conductor find(String executionArn) {
    String name = executionArn.substring(executionArn.lastIndexOf(':') + 1);
    return executions
        .find(name)
        .filter(_ -> services.executionArn(name).equals(executionArn))
        .orElseThrow(() ->
            error(
                ExecutionDoesNotExistException.builder(),
                "Execution Does Not Exist: '" + executionArn + "'"));
  }

  private static AwsServiceException error(
      AwsServiceException.Builder builder, @Nullable String message) {
    return builder.message(message).statusCode(400).build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
