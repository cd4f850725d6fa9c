package dev.trueup.catalog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One thing of a resource as a store has it, normalised: plain text (no entities), no platform
/// terms.
///
/// @param name the name of the product, page, coupon… without the option values of a variant
/// @param sku as the store has it; empty when there is none
/// @param options the option values of a variant, in the store's order; empty when there are none
/// @param values by field name; a field the store does not have is left out
/// @param restriction a sentence why this record cannot take part in a write, as source or as
///   destination, or null
public record StoreRecord(
    RecordRef ref,
    String name,
    String sku,
    List<String> options,
    Map<String, Value> values,
    Facets facets,
    @Nullable String restriction) {
  public StoreRecord {
    options = List.copyOf(options);
    values = Map.copyOf(values);
  }

  public String id() {
    return ref.id();
  }

  /// The value of a field; [Value#absent()] when the store has none.
  public Value value(String field) {
    return values.getOrDefault(field, Value.absent());
  }

  /// What a person recognises it by: `Hoodie (Blue, Yes)`.
  public String displayName() {
    return options.isEmpty() ? name : name + " (" + String.join(", ", options) + ")";
  }
}
