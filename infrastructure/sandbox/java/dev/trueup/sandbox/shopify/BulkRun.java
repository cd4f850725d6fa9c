package dev.trueup.sandbox.shopify;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Executes one bulk query window by window and writes its lines.
///
/// @param step executes the query for one window of its root connection
record BulkRun(boolean grouped, Function<BulkWindow, ExecutionResult> step) {

  record Result(long objects, long roots, Optional<String> errorCode) {}

  Result into(Path file, BooleanSupplier canceled) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      BulkLines lines = new BulkLines(out, grouped);
      Optional<Cursor> after = Optional.empty();
      do {
        BulkWindow window = new BulkWindow(after);
        ExecutionResult result = step.apply(window);
        if (!result.getErrors().isEmpty()) {
          return new Result(0, 0, Optional.of(errorCode(result.getErrors().getFirst())));
        }
        Map<String, Object> data = Objects.requireNonNull(result.getData());
        for (Object connection : data.values()) {
          lines.write(connection);
        }
        after = window.next();
      } while (after.isPresent() && !canceled.getAsBoolean());
      return new Result(lines.objects(), lines.roots(), Optional.empty());
    }
  }

  private static String errorCode(GraphQLError error) {
    @Nullable Map<String, Object> extensions = error.getExtensions();
    return extensions != null && "ACCESS_DENIED".equals(extensions.get("code"))
        ? "ACCESS_DENIED"
        : "INTERNAL_SERVER_ERROR";
  }
}
