package dev.trueup.sandbox.woocommerce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// The fields of one kind of answer, in their order, and its links.
record Shape(List<Field> viewed, List<Field> edited, Function<Item, ObjectNode> links) {
  static final String LINKS = "_links";

  Shape {
    viewed = List.copyOf(viewed);
    edited = List.copyOf(edited);
  }

  /// Every name `_fields` may say.
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>(edited.stream().map(Field::name).toList());
    names.add(LINKS);
    return names;
  }

  /// An item of a list: has its links only where they are asked for.
  ObjectNode inList(Item item, Selection selection) {
    ObjectNode answer = fields(item, View.VIEW, selection);
    if (selection.wants(LINKS)) {
      answer.set(LINKS, links.apply(item));
    }
    return answer;
  }

  /// A single item: always has its links.
  ObjectNode single(Item item, View view, Selection selection) {
    ObjectNode answer = fields(item, view, selection);
    answer.set(LINKS, links.apply(item));
    return answer;
  }

  private ObjectNode fields(Item item, View view, Selection selection) {
    ObjectNode answer = Json.object();
    for (Field field : view == View.VIEW ? viewed : edited) {
      if (selection.wants(field.name())) {
        answer.set(field.name(), selection.prune(field.name(), field.value().apply(item, view)));
      }
    }
    return answer;
  }
}
