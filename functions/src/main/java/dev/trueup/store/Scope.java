package dev.trueup.store;

import java.util.List;

/// What of a resource a run looks at in one store.
///
/// @param countedLocations names or ids of the locations whose stock counts; empty for all active
///   ones
/// @param writtenLocation name or id of the location that is written and compared when this store
///   is the destination; empty when the store has only one
/// @param destination whether the store is the one that is changed
/// @param facets whether categories, tags and status of the records are needed
public record Scope(
    List<String> countedLocations, String writtenLocation, boolean destination, boolean facets) {
  public static final Scope SOURCE = new Scope(List.of(), "", false, false);
  public static final Scope DESTINATION = new Scope(List.of(), "", true, false);

  public Scope {
    countedLocations = List.copyOf(countedLocations);
  }
}
