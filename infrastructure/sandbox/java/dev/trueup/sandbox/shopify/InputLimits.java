package dev.trueup.sandbox.shopify;

import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The limits that the schema does not show: 250 entries per list, a page size on every connection,
/// 250 nodes per page (2,048 for the variants of one product read at the root).
final class InputLimits {
  private static final int LIST = 250;
  private static final int PAGE = 250;
  private static final int VARIANTS_OF_ONE_PRODUCT = 2_048;

  private final QueryCost types;

  InputLimits(QueryCost types) {
    this.types = types;
  }

  /// @throws InputRefusedException on the first limit that is broken
  void check(ExecutableNormalizedOperation operation) {
    for (ExecutableNormalizedField field : operation.getTopLevelFields()) {
      check(field);
    }
  }

  private void check(ExecutableNormalizedField field) {
    Map<String, Object> arguments = field.getResolvedArguments();
    arguments.forEach((name, value) -> checkLists(field, List.of(name), value));
    if (types.isConnection(field)) {
      checkPage(field, arguments.get("first"));
    }
    field.getChildren().forEach(this::check);
  }

  private static void checkPage(ExecutableNormalizedField field, @Nullable Object first) {
    if (!(first instanceof Integer size)) {
      throw new InputRefusedException(
          "BAD_REQUEST", "you must provide one of first or last", path(field, List.of()));
    }
    int limit = isVariantsOfOneProduct(field) ? VARIANTS_OF_ONE_PRODUCT : PAGE;
    if (size < 1 || size > limit) {
      throw new InputRefusedException(
          "BAD_REQUEST",
          "Argument 'first' on Field '"
              + field.getName()
              + "' has an invalid value ("
              + size
              + "). Expected a page size from 1 to "
              + limit
              + ".",
          path(field, List.of()));
    }
  }

  private static boolean isVariantsOfOneProduct(ExecutableNormalizedField field) {
    ExecutableNormalizedField parent = field.getParent();
    return parent != null
        && parent.getLevel() == 1
        && parent.getName().equals("product")
        && field.getName().equals("variants");
  }

  private static void checkLists(
      ExecutableNormalizedField field, List<String> at, @Nullable Object value) {
    if (value instanceof List<?> list && list.size() > LIST) {
      throw new InputRefusedException(
          "MAX_INPUT_SIZE_EXCEEDED",
          "The input array size of "
              + list.size()
              + " is greater than the maximum allowed of "
              + LIST
              + ".",
          path(field, at));
    }
    if (value instanceof Map<?, ?> object) {
      for (Map.Entry<?, ?> entry : object.entrySet()) {
        List<String> below = new ArrayList<>(at);
        below.add(String.valueOf(entry.getKey()));
        checkLists(field, below, entry.getValue());
      }
    }
  }

  private static List<String> path(ExecutableNormalizedField field, List<String> argument) {
    List<String> path = new ArrayList<>(field.getListOfResultKeys());
    path.addAll(argument);
    return path;
  }
}
