package dev.trueup.sandbox.shopify;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// What became of each idempotency key, for 24 hours
/// (shopify.dev/docs/api/usage/idempotent-requests).
final class IdempotencyKeys {
  private static final Duration REMEMBERED = Duration.ofHours(24);

  private final Map<String, StateChange.KeyUsed> used = new LinkedHashMap<>();
  private final Set<String> running = new HashSet<>();

  /// What to do about a request that carries a key.
  sealed interface Claim {
    /// Not seen before: execute, then [#remember] or [#release].
    record Fresh() implements Claim {}

    record Replay(WriteAnswer answer) implements Claim {}

    record OtherParameters() implements Claim {}

    record StillRunning() implements Claim {}
  }

  synchronized Claim claim(String key, String fingerprint, Instant now) {
    forgetBefore(now.minus(REMEMBERED));
    if (running.contains(key)) {
      return new Claim.StillRunning();
    }
    StateChange.KeyUsed before = used.get(key);
    if (before == null) {
      running.add(key);
      return new Claim.Fresh();
    }
    return before.fingerprint().equals(fingerprint)
        ? new Claim.Replay(before.answer())
        : new Claim.OtherParameters();
  }

  synchronized void remember(StateChange.KeyUsed use) {
    used.remove(use.key());
    used.put(use.key(), use);
  }

  synchronized void release(String key) {
    running.remove(key);
  }

  private void forgetBefore(Instant limit) {
    Iterator<StateChange.KeyUsed> oldest = used.values().iterator();
    while (oldest.hasNext() && !oldest.next().at().isAfter(limit)) {
      oldest.remove();
    }
  }
}
