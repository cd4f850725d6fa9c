package dev.trueup.catalog;

import java.util.List;

/// A kind of data that is synced. The engine knows nothing else about what it carries.
public interface Resource {
  /// The word used in paths, keys and the lock: `inventory`.
  String name();

  /// The compared fields, in the order they are shown.
  List<String> fields();

  /// How records are recognised, best first.
  List<MatchKey> keys();
}
