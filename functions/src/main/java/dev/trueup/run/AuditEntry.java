package dev.trueup.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.trueup.catalog.Value;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An entry of the audit trail. Its hash covers everything it says and the hash of the entry before
/// it, so that nothing can be changed, left out or put in later without changing all that follow.
///
/// @param pair the key of the two stores
/// @param seq its place in the trail of that pair, from 1
/// @param previous the hash of the entry before; 64 zeros for the first
/// @param hash 64 hexadecimal digits of the SHA-256 over [#canonical]
public record AuditEntry(String pair, long seq, Audit.Fact fact, String previous, String hash) {
  static final String NOTHING = "0".repeat(64);

  /// The entry that follows the last one of a trail.
  public static AuditEntry after(Optional<AuditEntry> last, String pair, Audit.Fact fact) {
    long seq = last.map(AuditEntry::seq).orElse(0L) + 1;
    String previous = last.map(AuditEntry::hash).orElse(NOTHING);
    return new AuditEntry(pair, seq, fact, previous, hash(canonical(pair, seq, fact, previous)));
  }

  /// Whether it says what it said when it was written.
  boolean intact() {
    return hash.equals(hash(canonical(pair, seq, fact, previous)));
  }

  /// A line that names the form, then each part on a line of its own: `t`, its length in UTF-16
  /// units, a colon, and its text.
  private static String canonical(String pair, long seq, Audit.Fact fact, String previous) {
    return Stream.of(
            pair,
            Long.toString(seq),
            fact.key(),
            fact.at().toString(),
            fact.by(),
            fact.what().code(),
            fact.runId(),
            fact.digest(),
            fact.detail(),
            previous)
        .map(part -> Value.of(part).canonical())
        .collect(Collectors.joining("\n", "trueup audit 1\n", "\n"));
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
