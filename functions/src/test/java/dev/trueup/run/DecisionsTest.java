package dev.trueup.run;

import static dev.trueup.catalog.TestingRecords.restricted;
import static dev.trueup.catalog.TestingRecords.stock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trueup.catalog.Platform;
import dev.trueup.plan.Guard;
import dev.trueup.plan.InventoryRules;
import dev.trueup.plan.Limits;
import dev.trueup.plan.Policies;
import dev.trueup.plan.Selection;
import dev.trueup.store.InMemoryStore;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DecisionsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final String RUN = "01KAMPZZZZ0000000000";
  private static final Limits LOOSE =
      new Limits(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE);
  private static final Selection ALL = new Selection.All();

  private final InMemoryLedger ledger = new InMemoryLedger();
  private final TestingWorkflow workflow = new TestingWorkflow();
  private final Decisions decisions = new Decisions(ledger, workflow, InstantSource.fixed(NOW));

  @Test
  void approvesAPlanAndTellsTheWorkflow() {
    awaiting(LOOSE, Policies.ConflictStrategy.SOURCE_WINS);

    Run approved = decisions.approve(RUN, approval(ALL));

    assertThat(approved.status()).isEqualTo(RunStatus.AWAITING_APPROVAL);
    assertThat(approved.waitingFor()).isEmpty();
    assertThat(approved.decision())
        .isEqualTo(new Decision(true, digest(), ALL, Map.of(), "Ada", NOW, "looks right"));
    assertThat(workflow.answers()).containsExactly(Map.entry("t", "{\"decision\":\"approved\"}"));
    assertThat(ledger.tokens(RUN)).isEmpty();
  }

  @Test
  void answersTheSameApprovalAgain() {
    awaiting(LOOSE, Policies.ConflictStrategy.SOURCE_WINS);
    Run first = decisions.approve(RUN, approval(ALL));

    assertThat(decisions.approve(RUN, approval(ALL))).isEqualTo(first);
    ledger.update(RUN, run -> run.with(RunStatus.APPLYING));
    assertThat(decisions.approve(RUN, approval(ALL)).status()).isEqualTo(RunStatus.APPLYING);
  }

  @Test
  void tellsTheWorkflowAgainWhenTheFirstTimeWasLost() {
    awaiting(LOOSE, Policies.ConflictStrategy.SOURCE_WINS);
    ledger.update(RUN, run -> run.edit().decision(approval(ALL).at(NOW)).run());

    decisions.approve(RUN, approval(ALL));

    assertThat(workflow.answers()).containsKey("t");
  }

  @Test
  void refusesASecondDecision() {
    awaiting(LOOSE, Policies.ConflictStrategy.SOURCE_WINS);
    decisions.approve(RUN, approval(ALL));

    conflicts(
        () -> decisions.approve(RUN, approval(new Selection.Include(Set.of(1)))),
        "was approved by Ada already");
    conflicts(() -> decisions.reject(RUN, "", "Bob", ""), "was approved by Ada already");
  }

  @ParameterizedTest
  @EnumSource(value = RunStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "AWAITING_APPROVAL")
  void approvesOnlyWhatAwaitsApproval(RunStatus status) {
    awaiting(LOOSE, Policies.ConflictStrategy.SOURCE_WINS);
    ledger.update(RUN, run -> run.with(status));

    conflicts(() -> decisions.approve(RUN, approval(ALL)), "is " + status.code());
    conflicts(() -> decisions.reject(RUN, "", "Ada", ""), "is " + status.code());
  }

  @Test
  void refusesAPlanThatIsTooOld() {
    awaiting(LOOSE, Policies.ConflictStrategy.SOURCE_WINS);
    var soon = NOW.plus(Duration.ofDays(3));
    var late = soon.plusSeconds(1);
    var decisionsLater = new Decisions(ledger, workflow, InstantSource.fixed(late));

    conflicts(() -> decisionsLater.approve(RUN, approval(ALL)), "72 h old");
    conflicts(() -> decisionsLater.approve(RUN, approval(ALL)), "compare again");
    new Decisions(ledger, workflow, InstantSource.fixed(soon)).approve(RUN, approval(ALL));
  }

  @Test
  void refusesTheDigestOfAnotherPlan() {
    awaiting(LOOSE, Policies.ConflictStrategy.SOURCE_WINS);

    conflicts(
        () ->
            decisions.approve(
                RUN, new Approval("0".repeat(64), ALL, Map.of(), Set.of(), "", "Ada")),
        "compare again");
    conflicts(() -> decisions.reject(RUN, "0".repeat(64), "Ada", ""), "digest");
    assertUndecided();
  }

  @Test
  void refusesWhatDoesNotExist() {
    assertThatThrownBy(() -> decisions.approve("01KAMPZZZZ9999999999", approval(ALL)))
        .isInstanceOf(NoSuchRunException.class);
    assertThatThrownBy(() -> decisions.pause("01KAMPZZZZ9999999999", "Ada"))
        .isInstanceOf(NoSuchRunException.class);
  }

  @Test
  void stopsAPlanThatAGuardStops() {
    awaiting(Limits.DEFAULTS, Policies.ConflictStrategy.SOURCE_WINS);

    conflicts(
        () -> decisions.approve(RUN, approval(ALL)),
        "changed-share (2 of 3 matched items would be changed; measured 0.6667, limit 0.3)",
        "\"overrideGuards\": [\"changed-share\"]");
    invalid(
        "overrideGuards",
        () -> decisions.approve(RUN, overriding("why not", "changed-share", "moon-phase")),
        "has no guard 'moon-phase'");
    invalid("note", () -> decisions.approve(RUN, overriding(" ", "changed-share")), "needs a note");
    assertUndecided();
  }

  @Test
  void remembersWhoOverrodeAGuard() {
    awaiting(Limits.DEFAULTS, Policies.ConflictStrategy.SOURCE_WINS);

    Run run = decisions.approve(RUN, overriding("stocktaking", "changed-share", "source-empty"));

    assertThat(run.blocking()).isEmpty();
    assertThat(run.guards())
        .filteredOn(guard -> guard.overriddenBy() != null)
        .extracting(Guard::name)
        .containsExactly("changed-share");
  }

  @Test
  void refusesASelectionThatDoesNotFitThePlan() {
    awaiting(LOOSE, Policies.ConflictStrategy.SOURCE_WINS);

    invalid("select", () -> approve(new Selection.Include(Set.of(1, 77, 78))), "no 77, 78");
    invalid("select", () -> approve(new Selection.Exclude(Set.of(77))), "no 77");
    invalid("select", () -> approve(new Selection.Include(Set.of(3))), "cannot be written");
    invalid("select", () -> approve(new Selection.Include(Set.of())), "is empty");
    invalid("select", () -> approve(new Selection.Exclude(Set.of(1, 2))), "is empty");
    assertUndecided();
  }

  @Test
  void takesChoicesOnlyWhereTheyCanBeMade() {
    awaiting(LOOSE, Policies.ConflictStrategy.SOURCE_WINS);

    invalid("choices", () -> keep(1, "quantity"), "conflictStrategy is 'choose'");
  }

  @Test
  void takesChoicesAboutFieldsThatChange() {
    awaiting(LOOSE, Policies.ConflictStrategy.CHOOSE);

    invalid("choices", () -> keep(77, "quantity"), "no 77");
    invalid("choices.1.price", () -> keep(1, "price"), "does not change 'price'");
    assertThat(keep(1, "quantity").decision())
        .extracting(Decision::kept)
        .isEqualTo(Map.of(1, Set.of("quantity")));
  }

  @Test
  void refusesChoicesThatLeaveNothingToWrite() {
    awaiting(LOOSE, Policies.ConflictStrategy.CHOOSE);

    invalid(
        "select",
        () ->
            decisions.approve(
                RUN,
                new Approval(
                    digest(),
                    new Selection.Include(Set.of(1)),
                    Map.of(1, Set.of("quantity")),
                    Set.of(),
                    "",
                    "Ada")),
        "is empty");
  }

  @Test
  void asksToTryAgainWhileTheWorkflowDoesNotWaitYet() {
    awaiting(LOOSE, Policies.ConflictStrategy.SOURCE_WINS);
    ledger.dropToken(RUN, Decisions.APPROVAL);

    conflicts(() -> decisions.approve(RUN, approval(ALL)), "try again in a moment");
    assertUndecided();
  }

  @Test
  void saysThatTheTimeToApproveIsOver() {
    awaiting(LOOSE, Policies.ConflictStrategy.SOURCE_WINS);
    workflow.giveUp("t");

    conflicts(() -> decisions.approve(RUN, approval(ALL)), "is over; compare again");
  }

  @Test
  void rejectsAPlan() {
    awaiting(Limits.DEFAULTS, Policies.ConflictStrategy.SOURCE_WINS);

    Run rejected = decisions.reject(RUN, digest(), "Ada", "wrong stores");

    assertThat(rejected.decision()).extracting(Decision::approved).isEqualTo(false);
    assertThat(rejected.waitingFor()).isEmpty();
    assertThat(rejected.decision()).extracting(Decision::note).isEqualTo("wrong stores");
    assertThat(workflow.answers()).containsExactly(Map.entry("t", "{\"decision\":\"rejected\"}"));
    assertThat(decisions.reject(RUN, "", "Ada", "")).isEqualTo(rejected);
    conflicts(() -> decisions.approve(RUN, approval(ALL)), "was rejected by Ada already");
  }

  @Test
  void cancelsAtOnceWhatAwaitsApproval() {
    awaiting(LOOSE, Policies.ConflictStrategy.SOURCE_WINS);

    Run cancelled = decisions.cancel(RUN, "Ada", "not today");

    assertThat(cancelled.status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(cancelled.closedAt()).isEqualTo(NOW);
    assertThat(workflow.answers()).containsExactly(Map.entry("t", "{\"decision\":\"cancelled\"}"));
    assertThat(decisions.cancel(RUN, "Ada", "")).isEqualTo(cancelled);
  }

  @ParameterizedTest
  @EnumSource(names = {"COMPARING", "APPLYING", "VERIFYING"})
  void asksToStopWhatIsUnderWay(RunStatus status) {
    awaiting(LOOSE, Policies.ConflictStrategy.SOURCE_WINS);
    ledger.update(RUN, run -> run.with(status));

    Run stopping = decisions.cancel(RUN, "Ada", "");

    assertThat(stopping.cancelRequested()).isTrue();
    assertThat(stopping.status()).isEqualTo(status);
    assertThat(stopping.waitingFor()).isEqualTo("what is being done to end: cancelled by Ada");
  }

  @Test
  void stopsAnApprovedRunBeforeItIsDispatched() {
    awaiting(LOOSE, Policies.ConflictStrategy.SOURCE_WINS);
    decisions.approve(RUN, approval(ALL));

    assertThat(decisions.cancel(RUN, "Bob", "").cancelRequested()).isTrue();
  }

  @Test
  void wakesWhatIsPausedToEndIt() {
    paused();

    Run stopping = decisions.cancel(RUN, "Ada", "");

    assertThat(stopping.cancelRequested()).isTrue();
    assertThat(stopping.pauseRequested()).isFalse();
    assertThat(stopping.status()).isEqualTo(RunStatus.APPLYING);
    assertWoken();
  }

  @Test
  void cancelsNothingThatIsClosed() {
    awaiting(LOOSE, Policies.ConflictStrategy.SOURCE_WINS);
    ledger.update(RUN, run -> run.with(RunStatus.SUCCEEDED));

    conflicts(() -> decisions.cancel(RUN, "Ada", ""), "is succeeded; there is nothing left");
  }

  @Test
  void pausesAndGoesOn() {
    paused();

    assertThat(decisions.pause(RUN, "Bob").waitingFor())
        .isEqualTo("somebody to resume it: paused by Ada");
    Run resumed = decisions.resume(RUN, "Ada");

    assertThat(resumed.status()).isEqualTo(RunStatus.APPLYING);
    assertThat(resumed.pauseRequested()).isFalse();
    assertThat(resumed.waitingFor()).isEmpty();
    assertWoken();
    assertThat(decisions.resume(RUN, "Ada")).isEqualTo(resumed);
  }

  @Test
  void pausesOnlyWhatIsApplying() {
    awaiting(LOOSE, Policies.ConflictStrategy.SOURCE_WINS);

    conflicts(() -> decisions.pause(RUN, "Ada"), "is awaiting-approval");
    conflicts(() -> decisions.resume(RUN, "Ada"), "is awaiting-approval");
    ledger.update(RUN, run -> run.edit().status(RunStatus.APPLYING).cancelRequested(true).run());
    conflicts(() -> decisions.pause(RUN, "Ada"), "is being cancelled");
  }

  private void paused() {
    awaiting(LOOSE, Policies.ConflictStrategy.SOURCE_WINS);
    ledger.update(RUN, run -> run.with(RunStatus.APPLYING));
    Run paused = decisions.pause(RUN, "Ada");
    assertThat(paused.status()).isEqualTo(RunStatus.PAUSED);
    assertThat(paused.pauseRequested()).isTrue();
    ledger.dropToken(RUN, Decisions.APPROVAL);
    for (String batch : List.of("1", "2")) {
      ledger.keepToken(RUN, Decisions.RESUME + batch, "r" + batch);
      workflow.await("r" + batch);
    }
  }

  private void assertWoken() {
    assertThat(workflow.answers()).containsOnly(Map.entry("r1", "{}"), Map.entry("r2", "{}"));
    assertThat(ledger.tokens(RUN)).isEmpty();
  }

  private void assertUndecided() {
    assertThat(ledger.find(RUN).orElseThrow().decision()).isNull();
    assertThat(workflow.answers()).isEmpty();
  }

  /// Two items that can be written, and one that cannot.
  private void awaiting(Limits limits, Policies.ConflictStrategy strategy) {
    var source = new InMemoryStore(Platform.WOOCOMMERCE);
    var destination = new InMemoryStore(Platform.SHOPIFY);
    source.put(stock("w1", "A", "Apple", 1), stock("w2", "B", "Bread", 2));
    source.put(restricted(stock("w3", "C", "Cheese", 9), "not now"));
    destination.put(stock("s1", "A", "Apple", 10), stock("s2", "B", "Bread", 20));
    destination.put(stock("s3", "C", "Cheese", 3));
    var stores = new Stores(Map.of(Platform.WOOCOMMERCE, source, Platform.SHOPIFY, destination));
    Policies defaults = Policies.DEFAULTS;
    var policies =
        new Policies(
            strategy,
            defaults.missingInDestination(),
            defaults.missingInSource(),
            defaults.stock(),
            defaults.fields(),
            defaults.filter(),
            defaults.locations(),
            defaults.approval(),
            limits);
    ledger.open(
        Run.opened(
            RUN, "inventory", stores.pair(Platform.WOOCOMMERCE), NOW, "Ada", false, policies));
    new Comparer(ledger, stores, InstantSource.fixed(NOW))
        .compare(RUN, new InventoryRules(), Checkpoint.START, NOW.plusSeconds(1));
    ledger.keepToken(RUN, Decisions.APPROVAL, "t");
    workflow.await("t");
    ledger.update(
        RUN, run -> run.edit().status(RunStatus.AWAITING_APPROVAL).waitingFor("somebody").run());
  }

  private String digest() {
    return Objects.requireNonNull(ledger.find(RUN).orElseThrow().digest());
  }

  private Run approve(Selection selection) {
    return decisions.approve(RUN, approval(selection));
  }

  private Run keep(int seq, String field) {
    return decisions.approve(
        RUN, new Approval(digest(), ALL, Map.of(seq, Set.of(field)), Set.of(), "", "Ada"));
  }

  private Approval approval(Selection selection) {
    String digest = ledger.find(RUN).map(Run::digest).orElse("");
    return new Approval(digest, selection, Map.of(), Set.of(), "looks right", "Ada");
  }

  private Approval overriding(String note, String... guards) {
    return new Approval(digest(), ALL, Map.of(), Set.of(guards), note, "Ada");
  }

  private static void conflicts(Runnable asked, String... parts) {
    refuses(RefusalException.Kind.CONFLICT, "", asked, parts);
  }

  private static void invalid(String field, Runnable asked, String... parts) {
    refuses(RefusalException.Kind.INVALID, field, asked, parts);
  }

  private static void refuses(
      RefusalException.Kind kind, String field, Runnable asked, String... parts) {
    var refusal = catchThrowableOfType(RefusalException.class, asked::run);
    assertThat(refusal).hasMessageContainingAll(parts);
    assertThat(refusal.kind()).isEqualTo(kind);
    assertThat(refusal.field()).isEqualTo(field);
  }
}
