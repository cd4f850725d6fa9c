package dev.trueup.sandbox.shopify;

import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// Turns what a field throws into an error of the answer, at the path of the field.
final class FieldErrors implements DataFetcherExceptionHandler {
  private static final System.Logger LOG = System.getLogger(FieldErrors.class.getName());

  @Override
  public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
      DataFetcherExceptionHandlerParameters thrown) {
    Map<String, Object> extensions = new LinkedHashMap<>();
    String message;
    if (thrown.getException() instanceof ApiException refusal) {
      message = refusal.getMessage();
      extensions.put("code", refusal.code());
      extensions.putAll(refusal.extensions());
    } else {
      LOG.log(System.Logger.Level.ERROR, "the sandbox failed", thrown.getException());
      message = "Internal error. Looks like something went wrong on our end.";
      extensions.put("code", "INTERNAL_SERVER_ERROR");
    }
    return CompletableFuture.completedFuture(
        DataFetcherExceptionHandlerResult.newResult(
                GraphqlErrorBuilder.newError()
                    .message("%s", message)
                    .location(thrown.getSourceLocation())
                    .path(thrown.getPath())
                    .extensions(extensions)
                    .build())
            .build());
  }
}
