package dev.trueup.plan;

/// How many records were read and what became of them. Everything that was read is accounted for:
/// per store, read = matched + alone + ambiguous + out of scope.
///
/// @param ambiguous ambiguous matches, each of which holds several records
/// @param missingInDestination records only the source has
/// @param missingInSource records only the destination has
/// @param differences changes that can be approved
/// @param refused differences that cannot be written
public record Tally(
    int sourceRead,
    int destinationRead,
    int matched,
    int ambiguous,
    int ambiguousInSource,
    int ambiguousInDestination,
    int missingInDestination,
    int missingInSource,
    int outOfScopeInSource,
    int outOfScopeInDestination,
    int differences,
    int refused,
    int zeroed) {
  public Tally {
    check(
        "source",
        sourceRead,
        matched + missingInDestination + ambiguousInSource + outOfScopeInSource);
    check(
        "destination",
        destinationRead,
        matched + missingInSource + ambiguousInDestination + outOfScopeInDestination);
  }

  private static void check(String store, int read, int accounted) {
    if (read != accounted) {
      throw new IllegalStateException(
          "%d records were read from the %s and %d are accounted for"
              .formatted(read, store, accounted));
    }
  }
}
