package dev.trueup.catalog;

/// Where a record lives in its store.
///
/// @param id the platform's id of the record: unique within store and resource
/// @param parentId the platform's id of what it belongs to (a variation's product); empty when the
///   record stands alone
public record RecordRef(String id, String parentId) {
  public RecordRef {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a record needs an id");
    }
  }

  public static RecordRef of(String id) {
    return new RecordRef(id, "");
  }
}
