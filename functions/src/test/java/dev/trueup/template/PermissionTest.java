package dev.trueup.template;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What each function may do, and that it is nothing more.
final class PermissionTest {
  /// Who, what, with what.
  private static final String EXPECTED =
      """
      ApiFunction | dynamodb | LedgerTable | BatchGetItem BatchWriteItem DeleteItem GetItem PutItem Query
      ApiFunction | states | * | SendTaskSuccess
      ApiFunction | states | SyncStateMachine | StartExecution
      ApplyFunction | dynamodb | LedgerTable | BatchWriteItem GetItem PutItem Query UpdateItem
      ApplyFunction | sqs | ApplyQueue | DeleteMessage GetQueueAttributes ReceiveMessage
      ApplyFunction | states | * | SendTaskHeartbeat SendTaskSuccess
      AwaitApprovalFunction | dynamodb | LedgerTable | BatchWriteItem GetItem PutItem Query
      AwaitApprovalFunction | states | * | SendTaskSuccess
      AwaitResumeFunction | dynamodb | LedgerTable | DeleteItem GetItem PutItem Query
      AwaitResumeFunction | states | * | SendTaskSuccess
      CloseFunction | dynamodb | LedgerTable | BatchWriteItem DeleteItem GetItem PutItem Query
      CompareFunction | dynamodb | LedgerTable | BatchWriteItem GetItem PutItem Query
      DispatchFunction | dynamodb | LedgerTable | BatchWriteItem GetItem PutItem Query
      FailFunction | dynamodb | LedgerTable | BatchWriteItem DeleteItem GetItem PutItem Query
      FunctionBasics | logs | FunctionLogs | CreateLogStream PutLogEvents
      FunctionBasics | secretsmanager | StoreSecret | GetSecretValue
      FunctionBasics | xray | * | PutTelemetryRecords PutTraceSegments
      PlanRollbackFunction | dynamodb | LedgerTable | BatchWriteItem GetItem PutItem Query
      Schedule | lambda | ScheduleFunction | InvokeFunction
      ScheduleFunction | dynamodb | LedgerTable | BatchWriteItem DeleteItem GetItem PutItem Query
      ScheduleFunction | states | * | SendTaskSuccess
      ScheduleFunction | states | SyncStateMachine | StartExecution
      SyncStateMachine | lambda | AwaitApprovalFunction | InvokeFunction
      SyncStateMachine | lambda | AwaitResumeFunction | InvokeFunction
      SyncStateMachine | lambda | CloseFunction | InvokeFunction
      SyncStateMachine | lambda | CompareFunction | InvokeFunction
      SyncStateMachine | lambda | DispatchFunction | InvokeFunction
      SyncStateMachine | lambda | FailFunction | InvokeFunction
      SyncStateMachine | lambda | PlanRollbackFunction | InvokeFunction
      SyncStateMachine | lambda | VerifyFunction | InvokeFunction
      SyncStateMachine | logs | * | CreateLogDelivery DeleteLogDelivery DescribeLogGroups \
      DescribeResourcePolicies GetLogDelivery ListLogDeliveries PutResourcePolicy UpdateLogDelivery
      SyncStateMachine | sqs | ApplyQueue | SendMessage
      SyncStateMachine | xray | * | GetSamplingRules GetSamplingTargets PutTelemetryRecords PutTraceSegments
      UndeliveredFunction | dynamodb | LedgerTable | BatchWriteItem GetItem PutItem Query UpdateItem
      UndeliveredFunction | sqs | UndeliveredQueue | DeleteMessage GetQueueAttributes ReceiveMessage
      UndeliveredFunction | states | * | SendTaskSuccess
      VerifyFunction | dynamodb | LedgerTable | BatchWriteItem GetItem PutItem Query
      """;

  /// The actions above that know no resources, by AWS's service authorization reference.
  private static final Set<String> KNOW_NO_RESOURCES =
      Set.of(
          "logs:CreateLogDelivery",
          "logs:DeleteLogDelivery",
          "logs:DescribeLogGroups",
          "logs:DescribeResourcePolicies",
          "logs:GetLogDelivery",
          "logs:ListLogDeliveries",
          "logs:PutResourcePolicy",
          "logs:UpdateLogDelivery",
          "states:SendTaskHeartbeat",
          "states:SendTaskSuccess",
          "xray:GetSamplingRules",
          "xray:GetSamplingTargets",
          "xray:PutTelemetryRecords",
          "xray:PutTraceSegments");

  private final Template template = Template.main();
  private final List<Permission> permissions = Permission.of(template);

  @Test
  void eachMayDoWhatItDoesAndNothingMore() {
    var actions = new TreeMap<String, Set<String>>();
    permissions.forEach(each ->
        actions
            .computeIfAbsent(
                "%s | %s | %s".formatted(each.who(), each.service(), each.resource()),
                _ -> new TreeSet<>())
            .add(each.action()));
    assertThat(
            actions.entrySet().stream()
                .map(row -> row.getKey() + " | " + String.join(" ", row.getValue()))
                .collect(joining("\n", "", "\n")))
        .isEqualTo(EXPECTED);
  }

  @Test
  void noActionIsAWildcard() {
    assertThat(permissions).isNotEmpty().noneMatch(each -> each.action().contains("*"));
  }

  @Test
  void onlyWhatKnowsNoResourcesIsAllowedOnAll() {
    assertThat(permissions)
        .filteredOn(each -> each.resource().equals("*"))
        .extracting(each -> each.service() + ":" + each.action())
        .isSubsetOf(KNOW_NO_RESOURCES);
    assertThat(permissions)
        .extracting(Permission::resource)
        .allMatch(name -> name.equals("*") || template.resources().contains(name));
  }

  @Test
  void everyFunctionHasARoleOfItsOwn() {
    template
        .ofType(Template.FUNCTION)
        .forEach((name, function) -> {
          assertThat(Template.references(function.required("Role"))).containsExactly(name + "Role");
          assertThat(function.has("Policies")).as("policies of SAM in " + name).isFalse();
          JsonNode role = template.properties(name + "Role");
          assertThat(role.at("/AssumeRolePolicyDocument/Statement/0/Principal/Service").asText())
              .isEqualTo("lambda.amazonaws.com");
          assertThat(Template.references(role.required("ManagedPolicyArns")))
              .containsExactly("FunctionBasics");
        });
  }
}
