package dev.trueup.store;

import java.util.List;

/// What a shop says of itself.
///
/// @param identity stays the same when the shop's address changes; a plan is only applied to the
///   identity it was made from
/// @param currency ISO 4217
/// @param timezone IANA name, or an offset such as `+02:00`
/// @param scopes what the credentials may do, in the platform's words; empty when it does not tell
/// @param warnings sentences a person should read: a version that is not the one asked for, …
public record Connection(
    String identity,
    String name,
    String version,
    String currency,
    String weightUnit,
    String timezone,
    List<String> scopes,
    List<Location> locations,
    List<String> warnings) {
  public Connection {
    scopes = List.copyOf(scopes);
    locations = List.copyOf(locations);
    warnings = List.copyOf(warnings);
  }

  /// A place that holds stock.
  public record Location(String id, String name, boolean active) {}
}
