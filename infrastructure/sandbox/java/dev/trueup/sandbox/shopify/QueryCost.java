package dev.trueup.sandbox.shopify;

import graphql.language.OperationDefinition.Operation;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperation;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a query costs, by rules that give the very numbers of recorded answers: a scalar 0, an
/// object or a plain list 1 and what is selected in it, an interface its dearest selection, a
/// connection `2 + max(1, floor(2 ln size))` times a node (`nodes` and `edges` together count
/// twice), a count at the root 10, a mutation 10 in which the objects right inside its payload are
/// included.
final class QueryCost {
  private static final int MUTATION = 10;
  private static final int ROOT_COUNT = 10;
  private static final int CONNECTION = 2;

  private final GraphQLSchema schema;

  QueryCost(GraphQLSchema schema) {
    this.schema = schema;
  }

  /// The cost before execution: every page full, every object there.
  int requested(ExecutableNormalizedOperation operation) {
    boolean mutation = operation.getOperation() == Operation.MUTATION;
    int sum = 0;
    for (ExecutableNormalizedField field : operation.getTopLevelFields()) {
      sum += mutation ? MUTATION + insidePayload(field) : requested(field);
    }
    return sum;
  }

  private int insidePayload(ExecutableNormalizedField payload) {
    int sum = 0;
    for (ExecutableNormalizedField field : payload.getChildren()) {
      if (isComposite(field)) {
        sum += dearest(field.getChildren());
      }
    }
    return sum;
  }

  private int requested(ExecutableNormalizedField field) {
    if (!isComposite(field)) {
      return 0;
    }
    if (isRootCount(field)) {
      return ROOT_COUNT;
    }
    if (!isConnection(field)) {
      return 1 + dearest(field.getChildren());
    }
    int node = 0;
    for (ExecutableNormalizedField child : field.getChildren()) {
      switch (child.getName()) {
        case "nodes" -> node += 1 + dearest(child.getChildren());
        case "edges" -> node += dearest(child.getChildren());
        default -> {}
      }
    }
    return CONNECTION + sizeFactor(pageSize(field)) * node;
  }

  /// Selections on different types of one interface are not added up: the dearest type counts.
  private int dearest(List<ExecutableNormalizedField> children) {
    Map<String, Integer> sums = new HashMap<>();
    for (ExecutableNormalizedField child : children) {
      int cost = requested(child);
      for (String type : child.getObjectTypeNames()) {
        sums.merge(type, cost, Integer::sum);
      }
    }
    return sums.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /// The cost after execution: what was really returned.
  int actual(ExecutableNormalizedOperation operation, @Nullable Map<String, Object> data) {
    boolean mutation = operation.getOperation() == Operation.MUTATION;
    int sum = 0;
    for (ExecutableNormalizedField field : operation.getTopLevelFields()) {
      Object value = data == null ? null : data.get(field.getResultKey());
      sum += mutation ? MUTATION + actualInsidePayload(field, value) : actual(field, value);
    }
    return sum;
  }

  private int actualInsidePayload(ExecutableNormalizedField payload, @Nullable Object value) {
    int sum = 0;
    if (value instanceof Map<?, ?> object) {
      for (ExecutableNormalizedField field : payload.getChildren()) {
        if (isComposite(field)) {
          sum += dearestOf(field.getChildren(), object.get(field.getResultKey()));
        }
      }
    }
    return sum;
  }

  private int actual(ExecutableNormalizedField field, @Nullable Object value) {
    if (value == null || !isComposite(field)) {
      return 0;
    }
    if (isRootCount(field)) {
      return ROOT_COUNT;
    }
    if (!isConnection(field)) {
      boolean nothing = value instanceof Collection<?> list && list.isEmpty();
      return nothing ? 0 : 1 + dearestOf(field.getChildren(), value);
    }
    int cost = CONNECTION;
    for (ExecutableNormalizedField child : field.getChildren()) {
      if (value instanceof Map<?, ?> connection
          && connection.get(child.getResultKey()) instanceof List<?> page
          && !page.isEmpty()) {
        int node = dearestOf(child.getChildren(), page);
        cost += sizeFactor(page.size()) * (child.getName().equals("nodes") ? 1 + node : node);
      }
    }
    return cost;
  }

  /// The dearest of the objects in a value, be it one or a list.
  private int dearestOf(List<ExecutableNormalizedField> fields, @Nullable Object value) {
    if (value instanceof Collection<?> list) {
      int dearest = 0;
      for (Object element : list) {
        dearest = Math.max(dearest, dearestOf(fields, element));
      }
      return dearest;
    }
    return value instanceof Map<?, ?> object ? sum(fields, object) : 0;
  }

  private int sum(List<ExecutableNormalizedField> fields, Map<?, ?> object) {
    Map<String, Integer> costs = new HashMap<>();
    for (ExecutableNormalizedField field : fields) {
      int cost = actual(field, object.get(field.getResultKey()));
      costs.merge(field.getResultKey(), cost, Math::max);
    }
    return costs.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static int sizeFactor(int size) {
    return size <= 1 ? 1 : Math.max(1, (int) Math.floor(2 * Math.log(size)));
  }

  private static int pageSize(ExecutableNormalizedField field) {
    return field.getResolvedArguments().get("first") instanceof Integer first ? first : 1;
  }

  private boolean isComposite(ExecutableNormalizedField field) {
    GraphQLType type = type(field);
    return !(type instanceof GraphQLScalarType || type instanceof GraphQLEnumType);
  }

  boolean isConnection(ExecutableNormalizedField field) {
    return type(field) instanceof GraphQLNamedType named && named.getName().endsWith("Connection");
  }

  private boolean isRootCount(ExecutableNormalizedField field) {
    return field.getLevel() == 1
        && type(field) instanceof GraphQLNamedType named
        && named.getName().equals("Count");
  }

  private GraphQLType type(ExecutableNormalizedField field) {
    return GraphQLTypeUtil.unwrapAll(field.getFieldDefinitions(schema).getFirst().getType());
  }
}
