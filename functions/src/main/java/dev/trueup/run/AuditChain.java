package dev.trueup.run;

import java.util.Iterator;
import java.util.stream.Stream;

/// Verifies an audit trail.
public final class AuditChain {
  private AuditChain() {}

  /// What a trail was found to be.
  public sealed interface Verdict {
    /// Every entry follows from the one before.
    ///
    /// @param hash of the last entry. Kept elsewhere, it also shows later that no entry was cut off
    ///   at the end
    record Intact(long entries, String hash) implements Verdict {}

    /// @param seq the place of the first entry that is not as it was written
    record Broken(long seq, String reason) implements Verdict {}
  }

  /// Verifies a trail from its first entry to its last.
  public static Verdict verify(Stream<AuditEntry> trail) {
    long entries = 0;
    String hash = AuditEntry.NOTHING;
    Iterator<AuditEntry> iterator = trail.iterator();
    while (iterator.hasNext()) {
      AuditEntry entry = iterator.next();
      entries++;
      if (entry.seq() != entries) {
        return new Verdict.Broken(
            entries, "entry %d is missing: %d follows".formatted(entries, entry.seq()));
      }
      if (!entry.previous().equals(hash)) {
        return new Verdict.Broken(
            entries, "entry %d does not follow from the one before it".formatted(entries));
      }
      if (!entry.intact()) {
        return new Verdict.Broken(
            entries, "entry %d is not as it was written: its hash differs".formatted(entries));
      }
      hash = entry.hash();
    }
    return new Verdict.Intact(entries, hash);
  }
}
