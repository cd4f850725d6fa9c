package dev.trueup.sandbox.shopify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One page of a connection.
record Page<T>(List<T> nodes, Function<T, Cursor> cursorOf, boolean hasNext, boolean hasPrevious) {

  record Edge<T>(T node, String cursor) {}

  record Ends(
      boolean hasNextPage,
      boolean hasPreviousPage,
      @Nullable String startCursor,
      @Nullable String endCursor) {}

  static <T> Page<T> empty() {
    return new Page<>(List.of(), _ -> Cursor.at(0), false, false);
  }

  /// @param rest what comes after the cursor of the request, in order; read only as far as needed
  static <T> Page<T> take(
      Iterable<T> rest, Predicate<T> filter, PageRequest request, Function<T, Cursor> cursorOf) {
    List<T> nodes = new ArrayList<>();
    boolean more = false;
    for (T next : rest) {
      if (filter.test(next)) {
        if (nodes.size() == request.first()) {
          more = true;
          break;
        }
        nodes.add(next);
      }
    }
    return new Page<>(nodes, cursorOf, more, request.after().isPresent());
  }

  /// A page of a short list that is sorted by number.
  static <T> Page<T> of(List<T> all, PageRequest request, Function<T, Long> numberOf) {
    long after = request.after().map(Cursor::number).orElse(-1L);
    return take(
        all,
        node -> numberOf.apply(node) > after,
        request,
        node -> Cursor.at(numberOf.apply(node)));
  }

  List<Edge<T>> edges() {
    return nodes.stream().map(node -> new Edge<>(node, cursorOf.apply(node).text())).toList();
  }

  Ends info() {
    return nodes.isEmpty()
        ? new Ends(hasNext, hasPrevious, null, null)
        : new Ends(
            hasNext,
            hasPrevious,
            cursorOf.apply(nodes.getFirst()).text(),
            cursorOf.apply(nodes.getLast()).text());
  }
}
