package dev.trueup.sandbox.shopify;

import graphql.language.OperationDefinition.Operation;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperation;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What a query must look like to be run in bulk
/// (shopify.dev/docs/api/usage/bulk-operations/queries, and refusals seen in recorded answers).
final class BulkRules {
  private static final int MOST_BYTES = 65_535;
  private static final int MOST_CONNECTIONS = 5;
  private static final int DEEPEST = 2;

  private final GraphQLSchema schema;
  private final QueryCost types;
  private int connections;

  BulkRules(GraphQLSchema schema) {
    this.schema = schema;
    this.types = new QueryCost(schema);
  }

  /// Why the query cannot be run, if it cannot.
  Optional<String> problem(String query, ExecutableNormalizedOperation operation) {
    if (query.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      return Optional.of("The query must not be longer than 65,535 bytes.");
    }
    if (operation.getOperation() != Operation.QUERY || operation.getTopLevelFields().size() != 1) {
      return Optional.of("Bulk queries must contain a single top-level field of a query.");
    }
    ExecutableNormalizedField root = operation.getTopLevelFields().getFirst();
    if (!types.isConnection(root)) {
      return Optional.of("Bulk queries must have a connection at their root.");
    }
    Optional<String> problem = problem(root, 0, false);
    return problem.isEmpty() && connections > MOST_CONNECTIONS
        ? Optional.of("Bulk queries cannot contain more than 5 connections.")
        : problem;
  }

  private Optional<String> problem(ExecutableNormalizedField field, int depth, boolean insideList) {
    boolean connection = types.isConnection(field);
    if (connection) {
      connections++;
      Optional<String> problem = connectionProblem(field, depth, insideList);
      if (problem.isPresent()) {
        return problem;
      }
    }
    boolean list = insideList || (!connection && isPlainList(field));
    int below = connection ? depth + 1 : depth;
    return field.getChildren().stream()
        .flatMap(child -> problem(child, below, list).stream())
        .findFirst();
  }

  private Optional<String> connectionProblem(
      ExecutableNormalizedField field, int depth, boolean insideList) {
    if (insideList) {
      return Optional.of("Bulk queries cannot contain a connection field within a list field.");
    }
    if (depth > DEEPEST) {
      return Optional.of("Bulk queries cannot contain connections with a nesting depth over 2.");
    }
    for (ExecutableNormalizedField child : field.getChildren()) {
      if (child.getName().equals("nodes")) {
        return Optional.of("Bulk queries must use `edges { node }`, not `nodes`.");
      }
      if (child.getName().equals("edges") && lacksId(child)) {
        return Optional.of(
            "The parent 'node' field for a nested connection must select the 'id' field without"
                + " an alias.");
      }
    }
    return Optional.empty();
  }

  private boolean lacksId(ExecutableNormalizedField edges) {
    return edges.getChildren().stream()
        .filter(child -> child.getName().equals("node"))
        .anyMatch(node -> holdsConnection(node) && !selectsId(node));
  }

  private static boolean selectsId(ExecutableNormalizedField node) {
    return node.getChildren().stream()
        .anyMatch(child -> child.getName().equals("id") && child.getResultKey().equals("id"));
  }

  private boolean holdsConnection(ExecutableNormalizedField field) {
    return field.getChildren().stream()
        .anyMatch(child -> types.isConnection(child) || holdsConnection(child));
  }

  private boolean isPlainList(ExecutableNormalizedField field) {
    return !field.getName().equals("edges")
        && GraphQLTypeUtil.isList(
            GraphQLTypeUtil.unwrapNonNull(field.getFieldDefinitions(schema).getFirst().getType()));
  }
}
