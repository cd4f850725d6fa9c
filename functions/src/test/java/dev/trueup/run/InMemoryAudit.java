package dev.trueup.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// An audit trail for tests, in memory.
final class InMemoryAudit implements Audit {
  private final Map<String, List<AuditEntry>> trails = new HashMap<>();

  @Override
  public synchronized void append(String pair, Fact fact) {
    List<AuditEntry> trail = trails.computeIfAbsent(pair, _ -> new ArrayList<>());
    if (trail.stream().noneMatch(entry -> entry.fact().key().equals(fact.key()))) {
      Optional<AuditEntry> last = Optional.of(trail).filter(t -> !t.isEmpty()).map(List::getLast);
      trail.add(AuditEntry.after(last, pair, fact));
    }
  }

  @Override
  public synchronized List<AuditEntry> before(String pair, long seq, int limit) {
    return all(pair).toList().reversed().stream()
        .filter(entry -> entry.seq() < seq)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Stream<AuditEntry> all(String pair) {
    return List.copyOf(trails.getOrDefault(pair, List.of())).stream();
  }
}
