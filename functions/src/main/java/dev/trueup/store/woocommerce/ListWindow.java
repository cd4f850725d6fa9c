package dev.trueup.store.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Some entries of a list.
///
/// @param position where to read on, or null at the end
record ListWindow(List<JsonNode> entries, @Nullable ListPosition position) {
  ListWindow {
    entries = List.copyOf(entries);
  }

  Optional<ListPosition> next() {
    return Optional.ofNullable(position);
  }
}
