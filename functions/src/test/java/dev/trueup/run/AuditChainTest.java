package dev.trueup.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class AuditChainTest {
  private static final String PAIR = "shop.example|shop.myshopify.com";

  @Test
  void findsAnUntouchedTrailIntact() {
    assertThat(AuditChain.verify(Stream.of()))
        .isEqualTo(new AuditChain.Verdict.Intact(0, "0".repeat(64)));
    assertThat(AuditChain.verify(trail().stream()))
        .isEqualTo(new AuditChain.Verdict.Intact(5, trail().getLast().hash()));
  }

  @Test
  void namesTheFirstEntryThatWasChanged() {
    List<AuditEntry> trail = trail();
    trail.set(2, with(trail.get(2), fact -> fact(fact.key(), "Bob")));

    broken(trail, 3, "entry 3 is not as it was written");
  }

  @Test
  void namesTheEntryAfterOneThatWasReplaced() {
    List<AuditEntry> trail = trail();
    trail.set(2, AuditEntry.after(Optional.of(trail.get(1)), PAIR, fact("other", "Bob")));

    broken(trail, 4, "entry 4 does not follow");
  }

  @Test
  void namesTheFirstEntryThatIsMissing() {
    List<AuditEntry> trail = trail();
    trail.remove(1);

    broken(trail, 2, "entry 2 is missing");
  }

  @Test
  void hasAHashThatAnybodyCanCompute() {
    assertThat(trail().getFirst().hash())
        .isEqualTo("bd3503df4f6fc767fa2ed0cfd1f9ed94dda387d40976ec2ee5ecf83d357a2358");
  }

  private static void broken(List<AuditEntry> trail, long seq, String reason) {
    assertThat(AuditChain.verify(trail.stream()))
        .isInstanceOfSatisfying(
            AuditChain.Verdict.Broken.class,
            broken -> {
              assertThat(broken.seq()).isEqualTo(seq);
              assertThat(broken.reason()).contains(reason);
            });
  }

  private static AuditEntry with(AuditEntry entry, UnaryOperator<Audit.Fact> change) {
    return new AuditEntry(
        entry.pair(), entry.seq(), change.apply(entry.fact()), entry.previous(), entry.hash());
  }

  private static List<AuditEntry> trail() {
    var audit = new InMemoryAudit();
    for (int i = 1; i <= 5; i++) {
      audit.append(PAIR, fact("key " + i, "Ada"));
    }
    return new ArrayList<>(audit.all(PAIR).toList());
  }

  private static Audit.Fact fact(String key, String by) {
    return new Audit.Fact(
        key, Instant.parse("2026-11-22T10:00:00Z"), by, Audit.What.APPROVED, "01RUN", "d", "note");
  }
}
