package dev.trueup.sandbox.shopify;

import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Starting, watching and cancelling bulk queries.
final class BulkFields {
  private static final Pattern STATUS = Pattern.compile("status:'?(\\w+)'?");

  private final BulkOperations operations;
  private final Supplier<AdminApi> api;

  BulkFields(BulkOperations operations, Supplier<AdminApi> api) {
    this.operations = operations;
    this.api = api;
  }

  void addTo(RuntimeWiring.Builder wiring) {
    TypeFields.of("QueryRoot", StoreState.class)
        .resolve("bulkOperations", (_, env) -> list(env))
        .addTo(wiring);
    TypeFields.of("Mutation", StoreState.class)
        .resolve("bulkOperationRunQuery", (_, env) -> start(env))
        .resolve("bulkOperationCancel", (_, env) -> cancel(env))
        .addTo(wiring);
    for (String payload : List.of("BulkOperationRunQueryPayload", "BulkOperationCancelPayload")) {
      TypeFields.of(payload, BulkOperations.Answer.class)
          .read("bulkOperation", BulkOperations.Answer::operation)
          .read("userErrors", BulkOperations.Answer::userErrors)
          .addTo(wiring);
    }
    TypeFields.of("BulkOperation", BulkOperation.class)
        .read("id", BulkOperation::gid)
        .read("type", _ -> "QUERY")
        .read("query", BulkOperation::query)
        .read("createdAt", BulkOperation::createdAt)
        .read("status", BulkOperation::status)
        .read("errorCode", operation -> operation.snapshot().errorCode())
        .read("objectCount", operation -> operation.snapshot().objectCount())
        .read("rootObjectCount", operation -> operation.snapshot().rootObjectCount())
        .read("fileSize", BulkFields::fileSize)
        .read("url", operation -> operation.snapshot().url())
        .read("partialDataUrl", _ -> null)
        .read("completedAt", operation -> operation.snapshot().completedAt())
        .addTo(wiring);
  }

  private static @Nullable Object fileSize(BulkOperation operation) {
    BulkOperation.Snapshot now = operation.snapshot();
    return now.url() == null ? null : now.fileSize();
  }

  private BulkOperations.Answer start(DataFetchingEnvironment env) {
    String query = Objects.requireNonNull(env.getArgument("query"));
    boolean grouped = Boolean.TRUE.equals(env.getArgument("groupObjects"));
    AccessScopes scopes = Objects.requireNonNull(env.getGraphQlContext().get(AccessScopes.class));
    PreparsedDocumentEntry document = api.get().parsed(query);
    Optional<String> problem =
        document.hasErrors()
            ? Optional.of("Invalid bulk query: " + document.getErrors().getFirst().getMessage())
            : api.get().bulkProblem(query, document);
    return problem.isPresent()
        ? BulkOperations.refused("INVALID", problem.get())
        : operations.start(
            query, new BulkRun(grouped, window -> api.get().executeInBulk(query, scopes, window)));
  }

  private BulkOperations.Answer cancel(DataFetchingEnvironment env) {
    String id = Objects.requireNonNull(env.getArgument("id"));
    return operations
        .find(Gid.number("BulkOperation", id))
        .map(operations::cancel)
        .orElseGet(() ->
            new BulkOperations.Answer(
                null,
                List.of(
                    new WriteAnswer.Refusal(
                        null, List.of("id"), "Bulk operation does not exist"))));
  }

  /// Shopify ignores a filter that it does not know; here that is an error.
  private Page<BulkOperation> list(DataFetchingEnvironment env) {
    @Nullable String query = env.getArgument("query");
    Optional<BulkOperation.Status> status = Optional.empty();
    if (query != null && !query.isBlank()) {
      Matcher matcher = STATUS.matcher(query.strip());
      if (!matcher.matches()) {
        throw ApiException.notSimulated("the search query \"" + query + "\"");
      }
      status = Optional.of(BulkOperation.Status.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)));
    }
    boolean reverse = Boolean.TRUE.equals(env.getArgument("reverse"));
    PageRequest request = PageRequest.of(env);
    if (request.after().isPresent()) {
      throw ApiException.notSimulated("a second page of bulk operations");
    }
    return Page.take(
        operations.list(status, reverse),
        _ -> true,
        request,
        operation -> Cursor.at(operation.number()));
  }
}
