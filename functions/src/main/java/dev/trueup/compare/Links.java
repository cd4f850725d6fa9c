package dev.trueup.compare;

import java.util.Map;

/// Pairs that are the same thing whatever their keys say: pinned by a person or remembered from an
/// earlier run, so that a renamed record is still recognised.
///
/// @param destinationIds by source id
public record Links(Map<String, String> destinationIds) {
  /// What a pair that was recognised by its link is matched by.
  public static final String MATCHED_BY = "link";

  public static final Links NONE = new Links(Map.of());

  public Links {
    destinationIds = Map.copyOf(destinationIds);
  }
}
