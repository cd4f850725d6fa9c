package dev.trueup.sandbox.shopify;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What the store holds, and the only door to changing it: one writer at a time, journalled before
/// it is seen.
final class StoreState implements AutoCloseable {
  private static final long FIRST_ADJUSTMENT = 53_834_338_800_000L;

  private final Catalogue catalogue;
  private final IdempotencyKeys keys = new IdempotencyKeys();
  private final InstantSource clock;
  private final Optional<Journal> journal;
  private long adjustments;

  /// Goes on from what the journal holds, if there is one.
  StoreState(Catalogue catalogue, InstantSource clock, Optional<Journal> journal) {
    this.catalogue = catalogue;
    this.clock = clock;
    this.journal = journal;
    journal.ifPresent(kept -> kept.replay(changes -> changes.forEach(this::apply)));
  }

  /// An answer, and what has to change for it to be true.
  record Written(WriteAnswer answer, List<StateChange> changes) {
    Written {
      changes = List.copyOf(changes);
    }

    static Written refused(WriteAnswer answer) {
      return new Written(answer, List.of());
    }
  }

  Catalogue catalogue() {
    return catalogue;
  }

  IdempotencyKeys keys() {
    return keys;
  }

  Instant now() {
    return clock.instant();
  }

  synchronized long nextAdjustment() {
    return FIRST_ADJUSTMENT + adjustments++;
  }

  synchronized WriteAnswer write(Function<Instant, Written> writer) {
    Written written = writer.apply(now());
    commit(written.changes());
    return written.answer();
  }

  /// As [#write], and keeps the answer for replays of the key in the same transaction.
  synchronized WriteAnswer write(
      String key, String fingerprint, Function<Instant, Written> writer) {
    Instant now = now();
    Written written = writer.apply(now);
    List<StateChange> changes = new ArrayList<>(written.changes());
    changes.add(new StateChange.KeyUsed(key, fingerprint, written.answer(), now));
    commit(changes);
    return written.answer();
  }

  synchronized void commit(List<StateChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    journal.ifPresent(kept -> kept.append(changes));
    changes.forEach(this::apply);
  }

  private void apply(StateChange change) {
    switch (change) {
      case StateChange.LevelSet level -> catalogue.apply(level);
      case StateChange.ItemSet item -> catalogue.apply(item);
      case StateChange.VariantRemoved removed -> catalogue.apply(removed);
      case StateChange.KeyUsed used -> {
        keys.remember(used);
        WriteAnswer.Adjustment adjustment = used.answer().adjustment();
        if (adjustment != null) {
          adjustments = Math.max(adjustments, adjustment.number() - FIRST_ADJUSTMENT + 1);
        }
      }
    }
  }

  @Override
  public synchronized void close() {
    journal.ifPresent(Journal::close);
  }
}
