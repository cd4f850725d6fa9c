package dev.trueup.sandbox.shopify;

import graphql.schema.DataFetchingEnvironment;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How much of a connection is asked for, and from where.
record PageRequest(int first, Optional<Cursor> after) {

  /// Bulk operations know no pages: their root connection comes in windows of their own, the others
  /// whole.
  static PageRequest of(DataFetchingEnvironment env) {
    @Nullable BulkWindow window = env.getGraphQlContext().get(BulkWindow.class);
    if (window != null) {
      return env.getExecutionStepInfo().getPath().getLevel() == 1
          ? window.request()
          : new PageRequest(Integer.MAX_VALUE, Optional.empty());
    }
    @Nullable Integer first = env.getArgument("first");
    @Nullable String after = env.getArgument("after");
    return new PageRequest(
        first == null ? 0 : first, Optional.ofNullable(after).map(Cursor::parse));
  }
}
