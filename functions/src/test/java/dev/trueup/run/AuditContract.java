package dev.trueup.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What every audit trail promises.
public abstract class AuditContract {
  protected static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final String PAIR = "shop.example|shop.myshopify.com";

  /// A trail that has no entry yet; the same one during a test.
  protected abstract Audit audit();

  @Test
  void keepsWhatItIsToldInOrder() {
    audit().append(PAIR, fact("a", "first"));
    audit().append(PAIR, fact("b", "“second”\nline"));

    List<AuditEntry> entries = audit().all(PAIR).toList();
    assertThat(entries).extracting(AuditEntry::seq).containsExactly(1L, 2L);
    assertThat(entries)
        .extracting(AuditEntry::fact)
        .containsExactly(fact("a", "first"), fact("b", "“second”\nline"));
    assertThat(entries.getFirst().previous()).isEqualTo("0".repeat(64));
    assertThat(entries.getLast().previous()).isEqualTo(entries.getFirst().hash());
    assertThat(AuditChain.verify(entries.stream()))
        .isEqualTo(new AuditChain.Verdict.Intact(2, entries.getLast().hash()));
  }

  @Test
  void keepsAFactOnce() {
    audit().append(PAIR, fact("a", "first"));
    audit().append(PAIR, fact("b", "second"));
    audit().append(PAIR, fact("a", "told again"));

    assertThat(audit().all(PAIR)).extracting(AuditEntry::fact).hasSize(2);
  }

  @Test
  void readsBackwardsPageByPage() {
    IntStream.rangeClosed(1, 7).forEach(i -> audit().append(PAIR, fact("key " + i, "")));

    assertThat(audit().before(PAIR, Long.MAX_VALUE, 3))
        .extracting(AuditEntry::seq)
        .containsExactly(7L, 6L, 5L);
    assertThat(audit().before(PAIR, 5, 10))
        .extracting(AuditEntry::seq)
        .containsExactly(4L, 3L, 2L, 1L);
    assertThat(audit().before(PAIR, 1, 10)).isEmpty();
  }

  @Test
  void keepsTheStoresApart() {
    audit().append(PAIR, fact("a", ""));

    assertThat(audit().all("other|stores")).isEmpty();
    assertThat(audit().before("other|stores", Long.MAX_VALUE, 5)).isEmpty();
  }

  @Test
  void losesNothingWhenManyTellAtOnce() throws InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(
          IntStream.range(0, 12)
              .<Callable<Void>>mapToObj(i ->
                  () -> {
                    audit().append(PAIR, fact("key " + i, ""));
                    return null;
                  })
              .toList());
    }

    assertThat(audit().all(PAIR))
        .extracting(AuditEntry::seq)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 12).boxed().toList());
    assertThat(AuditChain.verify(audit().all(PAIR))).isInstanceOf(AuditChain.Verdict.Intact.class);
  }

  private static Audit.Fact fact(String key, String detail) {
    return new Audit.Fact(key, NOW, "Ada", Audit.What.APPROVED, "01RUN", "d".repeat(64), detail);
  }
}
