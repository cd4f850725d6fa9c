package dev.trueup.run;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The trail of what was asked, decided and done about the runs of a pair of stores. It only grows:
/// no entry is ever changed or removed, and none expires.
public interface Audit {
  /// What happened.
  enum What {
    OPENED,
    PLANNED,
    APPROVED,
    /// A guard that stood in the way of a plan was overridden by name.
    OVERRIDDEN,
    REJECTED,
    /// Somebody tried to decide and was told why not.
    REFUSED,
    PAUSED,
    RESUMED,
    /// Somebody asked to stop.
    CANCELLED,
    BATCH_SETTLED,
    CLOSED;

    /// The word of the API: `batch-settled`.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// Something that happened.
  ///
  /// @param key the same for the same event, however often it is told
  /// @param by the name of an access key, a schedule or a policy; `workflow` for what nobody
  ///   decided
  /// @param digest of the plan; empty before there is one
  /// @param detail a sentence for a person
  record Fact(
      String key, Instant at, String by, What what, String runId, String digest, String detail) {}

  /// Appends a fact as the newest entry. A fact that is there already, by its key, changes nothing.
  void append(String pair, Fact fact);

  /// The entries before one, newest first.
  ///
  /// @param seq of the entry; [Long#MAX_VALUE] for the newest ones
  List<AuditEntry> before(String pair, long seq, int limit);

  /// All entries of a pair, oldest first; to be closed.
  Stream<AuditEntry> all(String pair);
}
