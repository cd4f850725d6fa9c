package dev.trueup.sandbox.shopify;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Flattens the connections of a result into lines: each node by itself, nested ones with the
/// `__parentId` of the node around them. Ungrouped, the children of many parents follow all of
/// those parents; grouped, they follow their own.
final class BulkLines {
  private final Writer out;
  private final boolean grouped;
  private long objects;
  private long roots;

  BulkLines(Writer out, boolean grouped) {
    this.out = out;
    this.grouped = grouped;
  }

  private record Waiting(Object node, @Nullable Object parentId) {}

  /// @param connection a connection at the root of the result
  void write(Object connection) throws IOException {
    Deque<Waiting> waiting = new ArrayDeque<>(nodes(connection, null));
    roots += waiting.size();
    while (!waiting.isEmpty()) {
      Waiting next = waiting.removeFirst();
      List<Waiting> children = new ArrayList<>();
      Map<String, Object> line = line(next, children);
      out.write(Json.write(line));
      out.write('\n');
      objects++;
      if (grouped) {
        children.reversed().forEach(waiting::addFirst);
      } else {
        waiting.addAll(children);
      }
    }
  }

  long objects() {
    return objects;
  }

  long roots() {
    return roots;
  }

  private static Map<String, Object> line(Waiting waiting, List<Waiting> children) {
    Map<?, ?> node = (Map<?, ?>) waiting.node();
    Map<String, Object> line = withoutConnections(node, node.get("id"), children);
    if (waiting.parentId() != null) {
      line.put("__parentId", waiting.parentId());
    }
    return line;
  }

  private static Map<String, Object> withoutConnections(
      Map<?, ?> object, @Nullable Object id, List<Waiting> children) {
    Map<String, Object> kept = new LinkedHashMap<>();
    object.forEach((key, value) -> {
      if (value instanceof Map<?, ?> inner && inner.get("edges") instanceof List<?>) {
        children.addAll(nodes(inner, id));
      } else if (value instanceof Map<?, ?> inner) {
        kept.put(String.valueOf(key), withoutConnections(inner, id, children));
      } else {
        kept.put(String.valueOf(key), value);
      }
    });
    return kept;
  }

  private static List<Waiting> nodes(Object connection, @Nullable Object parentId) {
    List<Waiting> nodes = new ArrayList<>();
    if (connection instanceof Map<?, ?> fields && fields.get("edges") instanceof List<?> edges) {
      for (Object edge : edges) {
        if (edge instanceof Map<?, ?> fieldsOfEdge
            && fieldsOfEdge.get("node") instanceof Map<?, ?> node) {
          nodes.add(new Waiting(node, parentId));
        }
      }
    }
    return nodes;
  }
}
