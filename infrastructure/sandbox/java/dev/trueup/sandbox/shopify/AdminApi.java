package dev.trueup.sandbox.shopify;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.GraphQLException;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.execution.RawVariables;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.normalized.ExecutableNormalizedOperation;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.schema.GraphQLSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The Admin GraphQL API behind its transport: validates a query, checks the limits, reserves its
/// points, executes it and gives back what it did not need.
final class AdminApi {
  private static final int MOST_POINTS_PER_QUERY = 1_000;
  private static final int KEPT_DOCUMENTS = 1_000;

  private final GraphQLSchema schema;
  private final GraphQL graphql;
  private final QueryCost cost;
  private final InputLimits limits;
  private final PointBucket bucket;
  private final StoreState state;
  private final Map<String, PreparsedDocumentEntry> documents = new ConcurrentHashMap<>();

  AdminApi(GraphQLSchema schema, StoreState state, PointBucket bucket) {
    this.schema = schema;
    this.state = state;
    this.bucket = bucket;
    this.cost = new QueryCost(schema);
    this.limits = new InputLimits(cost);
    this.graphql =
        GraphQL.newGraphQL(schema)
            .defaultDataFetcherExceptionHandler(new FieldErrors())
            .preparsedDocumentProvider(
                (input, _) -> CompletableFuture.completedFuture(parsed(input.getQuery())))
            .build();
  }

  /// @param operationName which operation of the document to run, or null when it has only one
  /// @param throttled answer as if the bucket were empty
  record Call(
      String query,
      Map<String, Object> variables,
      @Nullable String operationName,
      AccessScopes scopes,
      boolean throttled) {}

  /// @param requestedCost 0 when the query did not get as far as the bucket
  record Answer(Map<String, Object> body, int requestedCost, int actualCost, boolean throttled) {}

  Answer execute(Call call) {
    PreparsedDocumentEntry document = parsed(call.query());
    if (document.hasErrors()) {
      return refused(document.getErrors().stream().map(ApiErrors::of).toList());
    }
    try {
      ExecutableNormalizedOperation operation = normalised(document, call);
      limits.check(operation);
      return execute(call, operation, cost.requested(operation));
    } catch (InputRefusedException e) {
      Map<String, Object> code = Map.of("code", e.code());
      return refused(List.of(ApiErrors.of(String.valueOf(e.getMessage()), null, e.path(), code)));
    } catch (GraphQLException e) {
      return refused(List.of(invalidVariable(e)));
    }
  }

  /// Executes without limits and without points, as bulk operations do.
  ExecutionResult executeInBulk(String query, AccessScopes scopes, BulkWindow window) {
    ExecutionInput input =
        ExecutionInput.newExecutionInput(query)
            .root(state)
            .graphQLContext(Map.of(AccessScopes.class, scopes, BulkWindow.class, window))
            .build();
    return graphql.execute(input);
  }

  /// Why a valid query cannot be run in bulk, if it cannot.
  Optional<String> bulkProblem(String query, PreparsedDocumentEntry document) {
    try {
      Call call = new Call(query, Map.of(), null, AccessScopes.ALL, false);
      return new BulkRules(schema).problem(query, normalised(document, call));
    } catch (GraphQLException e) {
      return Optional.of("Invalid bulk query: " + e.getMessage());
    }
  }

  PreparsedDocumentEntry parsed(String query) {
    if (documents.size() > KEPT_DOCUMENTS) {
      documents.clear();
    }
    return documents.computeIfAbsent(query, this::parseAndValidate);
  }

  private PreparsedDocumentEntry parseAndValidate(String query) {
    ParseAndValidateResult result =
        ParseAndValidate.parseAndValidate(schema, ExecutionInput.newExecutionInput(query).build());
    return result.isFailure()
        ? new PreparsedDocumentEntry(result.getErrors())
        : new PreparsedDocumentEntry(Objects.requireNonNull(result.getDocument()));
  }

  private ExecutableNormalizedOperation normalised(PreparsedDocumentEntry document, Call call) {
    return ExecutableNormalizedOperationFactory.createExecutableNormalizedOperationWithRawVariables(
        schema,
        Objects.requireNonNull(document.getDocument()),
        call.operationName(),
        RawVariables.of(call.variables()));
  }

  private Answer execute(Call call, ExecutableNormalizedOperation operation, int requested) {
    if (requested > MOST_POINTS_PER_QUERY) {
      return unexecuted(ApiErrors.tooDear(requested, MOST_POINTS_PER_QUERY), requested, false);
    }
    if (call.throttled() || !bucket.tryReserve(requested)) {
      return unexecuted(ApiErrors.throttled(), requested, true);
    }
    ExecutionResult result =
        graphql.execute(
            ExecutionInput.newExecutionInput(call.query())
                .operationName(call.operationName())
                .variables(call.variables())
                .root(state)
                .graphQLContext(Map.of(AccessScopes.class, call.scopes()))
                .build());
    @Nullable Map<String, Object> data = result.getData();
    int actual = cost.actual(operation, data);
    bucket.refund(requested - actual);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("data", data);
    if (!result.getErrors().isEmpty()) {
      body.put("errors", result.getErrors().stream().map(ApiErrors::of).toList());
    }
    body.put("extensions", extensions(requested, actual));
    return new Answer(body, requested, actual, false);
  }

  private static Answer refused(List<Map<String, Object>> errors) {
    return new Answer(Map.of("errors", errors), 0, 0, false);
  }

  private Answer unexecuted(Map<String, Object> error, int requested, boolean throttled) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("errors", List.of(error));
    body.put("extensions", extensions(requested, null));
    return new Answer(body, requested, 0, throttled);
  }

  private Map<String, Object> extensions(int requested, @Nullable Integer actual) {
    Map<String, @Nullable Object> points = new LinkedHashMap<>();
    points.put("requestedQueryCost", requested);
    points.put("actualQueryCost", actual);
    points.put("throttleStatus", bucket.throttleStatus());
    return Map.of("cost", points);
  }

  private static Map<String, Object> invalidVariable(GraphQLException thrown) {
    if (thrown instanceof GraphQLError error) {
      Map<String, Object> code = Map.of("code", "INVALID_VARIABLE");
      return ApiErrors.of(error.getMessage(), error.getLocations(), null, code);
    }
    return ApiErrors.of(
        String.valueOf(thrown.getMessage()), null, null, Map.of("code", "BAD_REQUEST"));
  }
}
