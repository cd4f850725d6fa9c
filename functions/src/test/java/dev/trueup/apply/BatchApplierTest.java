package dev.trueup.apply;

import static dev.trueup.plan.TestingLabels.label;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trueup.catalog.Platform;
import dev.trueup.catalog.Value;
import dev.trueup.plan.Policies;
import dev.trueup.plan.Selection;
import dev.trueup.plan.TestingLabels;
import dev.trueup.run.Attempt;
import dev.trueup.run.Checkpoint;
import dev.trueup.run.Comparer;
import dev.trueup.run.Decision;
import dev.trueup.run.InMemoryLedger;
import dev.trueup.run.Outcomes;
import dev.trueup.run.Run;
import dev.trueup.run.RunStatus;
import dev.trueup.run.Stores;
import dev.trueup.store.Capabilities;
import dev.trueup.store.InMemoryStore;
import dev.trueup.store.Outcome;
import dev.trueup.store.StoreException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class BatchApplierTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final String RUN = "01KAMPZZZZ0000000000";
  private static final int LABELS = 7;

  private final InMemoryLedger ledger = new InMemoryLedger();
  private final InMemoryStore source = new InMemoryStore(Platform.WOOCOMMERCE);
  private final InMemoryStore destination = new InMemoryStore(Platform.SHOPIFY);
  private final Stores stores =
      new Stores(Map.of(Platform.WOOCOMMERCE, source, Platform.SHOPIFY, destination));
  private final TestingLabels labels = new TestingLabels();

  @BeforeEach
  void plansSevenChanges() {
    for (int i = 1; i <= LABELS; i++) {
      source.put(label("s" + i, "Label " + i, "new " + i));
      destination.put(label("d" + i, "Label " + i, "old " + i));
    }
    ledger.open(
        Run.opened(
            RUN,
            "labels",
            stores.pair(Platform.WOOCOMMERCE),
            NOW,
            "ada",
            false,
            Policies.DEFAULTS));
    new Comparer(ledger, stores, InstantSource.fixed(NOW))
        .compare(RUN, labels, Checkpoint.START, NOW.plusSeconds(1));
  }

  @Test
  void writesEveryApprovedChangeAndNothingElse() {
    dispatch(new Selection.Exclude(Set.of(2)), Map.of());

    assertThat(apply()).isEqualTo(Progress.DONE);

    assertThat(texts())
        .containsExactly("new 1", "old 2", "new 3", "new 4", "new 5", "new 6", "new 7");
    assertThat(outcomes()).isEqualTo(new Outcomes(6, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void leavesAFieldAsItIsWhenTheReviewerChoseSo() {
    source.put(label("s1", "Label 1", "new 1", "red"));
    dispatch(new Selection.Include(Set.of(1)), Map.of(1, Set.of("text")));

    assertThat(ledger.find(RUN).orElseThrow().selected()).isZero();
  }

  @Test
  void neverOverwritesWhatMovedSinceThePlan() {
    dispatch(new Selection.All(), Map.of());
    destination.set("d3", "text", Value.of("edited by hand"));

    apply();

    assertThat(texts().get(2)).isEqualTo("edited by hand");
    assertThat(ledger.outcomes(RUN, 3, 3).get(3)).isInstanceOf(Outcome.Conflict.class);
    assertThat(outcomes()).isEqualTo(new Outcomes(6, 0, 1, 0, 0, 0, 0));
  }

  @Test
  void doesNothingTwiceWhenTheMessageIsDeliveredAgain() {
    dispatch(new Selection.All(), Map.of());
    apply();
    int requests = destination.requests().size();

    assertThat(apply()).isEqualTo(Progress.DONE);

    assertThat(destination.requests()).hasSize(requests);
    assertThat(outcomes().applied()).isEqualTo(LABELS);
  }

  @Test
  void recordsARequestBeforeItIsSent() {
    dispatch(new Selection.All(), Map.of());
    var begun = new ArrayList<Integer>();
    destination.answering((_, outcomes) -> {
      begun.add(ledger.attempts(RUN, 1).size());
      return outcomes;
    });

    apply();

    assertThat(begun).hasSize(3).allMatch(attempts -> attempts > 0);
  }

  @Test
  void readsBackWhatAWorkerLeftUnsettledAndSendsOnlyWhatIsNotThere() {
    dispatch(new Selection.All(), Map.of());
    ledger.begin(RUN, Attempt.begun(1, 1, List.of(1, 2, 3)));
    destination.set("d1", "text", Value.of("new 1"));
    destination.set("d3", "text", Value.of("neither"));

    assertThat(apply()).isEqualTo(Progress.DONE);

    Map<Integer, Outcome> known = ledger.outcomes(RUN, 1, 3);
    assertThat(known.get(1)).isEqualTo(new Outcome.Applied());
    assertThat(known.get(2)).isEqualTo(new Outcome.Applied());
    assertThat(known.get(3)).isInstanceOf(Outcome.Unknown.class);
    assertThat(Objects.requireNonNull(known.get(3)).error()).contains("text neither");
    assertThat(texts()).startsWith("new 1", "new 2", "neither");
    assertThat(writtenIds()).doesNotContain("d1", "d3").contains("d2");
  }

  @Test
  void sendsAnUnsettledRequestAgainWhereTheStoreKnowsItsKey() {
    destination.capabilities(c ->
        new Capabilities(
            c.maxItemsPerWrite(),
            c.itemsPerSecond(),
            c.requestsInFlight(),
            Set.of(Capabilities.Feature.values())));
    dispatch(new Selection.All(), Map.of());
    ledger.begin(RUN, Attempt.begun(1, 1, List.of(1, 2, 3)));
    destination.set("d2", "text", Value.of("new 2"));

    apply();

    assertThat(destination.requests().getFirst()).hasSize(3);
    assertThat(outcomes().applied()).isEqualTo(LABELS);
  }

  @Test
  void readsBackWhatWasSentWithoutAnAnswer() {
    dispatch(new Selection.All(), Map.of());
    var lost = new AtomicInteger();
    destination.answering((writes, outcomes) ->
        lost.getAndIncrement() == 0
            ? writes.stream().<Outcome>map(_ -> new Outcome.Unknown("timed out")).toList()
            : outcomes);

    apply();

    assertThat(outcomes()).isEqualTo(new Outcomes(LABELS, 0, 0, 0, 0, 0, 0));
    assertThat(writtenIds()).doesNotHaveDuplicates();
  }

  @Test
  void failsOnlyTheRequestsTheStoreRefuses() {
    dispatch(new Selection.All(), Map.of());
    destination.answering((writes, outcomes) -> {
      if (writes.stream().anyMatch(write -> write.ref().id().equals("d1"))) {
        throw new StoreException(
            Platform.SHOPIFY, StoreException.Kind.UNAVAILABLE, "the store does not answer");
      }
      return outcomes;
    });

    assertThat(apply()).isEqualTo(Progress.DONE);

    assertThat(outcomes()).isEqualTo(new Outcomes(4, 0, 0, 0, 3, 0, 0));
  }

  @Test
  void handsTheRestBackWhenTheStoreAsksForMoreTimeThanThereIs() {
    dispatch(new Selection.All(), Map.of());
    var calls = new AtomicInteger();
    destination.answering((_, outcomes) -> {
      if (calls.getAndIncrement() == 0) {
        throw new StoreException(Platform.SHOPIFY, StoreException.Kind.THROTTLED, "wait for 90 s");
      }
      return outcomes;
    });

    assertThat(apply()).isEqualTo(Progress.MORE);
    assertThat(apply()).isEqualTo(Progress.DONE);

    assertThat(outcomes().tried()).isEqualTo(LABELS);
  }

  @Test
  void beginsNothingAfterTheDeadline() {
    dispatch(new Selection.All(), Map.of());

    assertThat(applier().apply(RUN, 1, destination, NOW)).isEqualTo(Progress.MORE);
    assertThat(destination.requests()).isEmpty();
  }

  @Test
  void stopsWhenARunIsPausedAndGoesOnAfterwards() {
    dispatch(new Selection.All(), Map.of());
    ledger.update(RUN, run -> run.edit().pauseRequested(true).run());

    assertThat(apply()).isEqualTo(Progress.PAUSED);
    assertThat(destination.requests()).isEmpty();

    ledger.update(RUN, run -> run.edit().pauseRequested(false).run());
    assertThat(apply()).isEqualTo(Progress.DONE);
  }

  @Test
  void writesNothingMoreOfACancelledRun() {
    dispatch(new Selection.All(), Map.of());
    ledger.update(RUN, run -> run.edit().cancelRequested(true).run());

    assertThat(apply()).isEqualTo(Progress.CANCELLED);
    assertThat(destination.requests()).isEmpty();
  }

  @Test
  void givesEveryChangeOfAnAbandonedBatchAnOutcome() {
    dispatch(new Selection.All(), Map.of());
    ledger.begin(RUN, Attempt.begun(1, 1, List.of(1, 2, 3)));

    new Abandonment(ledger).abandon(RUN, 1);
    new Abandonment(ledger).abandon(RUN, 1);

    assertThat(outcomes()).isEqualTo(new Outcomes(0, 0, 0, 0, 4, 3, 0));
    assertThat(destination.requests()).isEmpty();
  }

  @Test
  void refusesToDispatchWithoutAnApprovalOfThisPlan() {
    ledger.update(
        RUN,
        run ->
            run.edit()
                .decision(
                    new Decision(true, "other", new Selection.All(), Map.of(), "ada", NOW, ""))
                .run());

    assertThatThrownBy(() ->
            new Dispatcher(ledger)
                .dispatch(ledger.find(RUN).orElseThrow(), destination.capabilities()))
        .hasMessageContaining("no approval of its plan");
  }

  @Test
  void saysWhichWrittenItemsAreOtherwiseNow() {
    dispatch(new Selection.All(), Map.of());
    apply();
    destination.set("d4", "text", Value.of("sold"));
    destination.remove("d5");

    var next =
        new Verifier(ledger, InstantSource.fixed(NOW))
            .verify(ledger.find(RUN).orElseThrow(), destination, 1, NOW.plusSeconds(1));

    assertThat(next).isEmpty();
    assertThat(ledger.findings(RUN))
        .containsOnly(
            Map.entry(4, "text is sold now, new 4 was written"),
            Map.entry(5, "it is gone from the store"));
  }

  private void dispatch(Selection selection, Map<Integer, Set<String>> kept) {
    Run run =
        ledger.update(
            RUN,
            current ->
                current
                    .edit()
                    .decision(
                        new Decision(
                            true,
                            Objects.requireNonNull(current.digest()),
                            selection,
                            kept,
                            "ada",
                            NOW,
                            ""))
                    .run());
    Run dispatched = new Dispatcher(ledger).dispatch(run, destination.capabilities());
    assertThat(dispatched.status()).isEqualTo(RunStatus.APPLYING);
  }

  private Progress apply() {
    return applier().apply(RUN, 1, destination, NOW.plusSeconds(60));
  }

  private BatchApplier applier() {
    return new BatchApplier(ledger, InstantSource.fixed(NOW), _ -> {});
  }

  private Outcomes outcomes() {
    return ledger.find(RUN).orElseThrow().outcomes();
  }

  private List<String> texts() {
    return IntStream.rangeClosed(1, LABELS)
        .mapToObj(i -> destination.value("d" + i, "text").toString())
        .toList();
  }

  private List<String> writtenIds() {
    return destination.requests().stream()
        .flatMap(List::stream)
        .map(write -> write.ref().id())
        .toList();
  }
}
