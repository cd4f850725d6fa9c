package dev.trueup.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the answers of one resource say besides what all of them do.
interface ResourceView {
  /// Adds to an item.
  void describe(Line line, ObjectNode item);

  /// Adds to the result of a sync.
  ///
  /// @param line null for a product the run has nothing about
  void result(@Nullable Line line, ObjectNode result);

  /// The names of what [#describe] adds, as columns of a table.
  List<String> columns();

  static ResourceView of(String resource) {
    return resource.equals(InventoryItemView.RESOURCE) ? new InventoryItemView() : new Plain();
  }

  /// A resource that has nothing to add.
  record Plain() implements ResourceView {
    @Override
    public void describe(Line line, ObjectNode item) {}

    @Override
    public void result(@Nullable Line line, ObjectNode result) {}

    @Override
    public List<String> columns() {
      return List.of();
    }
  }
}
