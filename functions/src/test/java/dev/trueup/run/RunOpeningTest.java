package dev.trueup.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trueup.catalog.Platform;
import dev.trueup.plan.InventoryRules;
import dev.trueup.plan.Policies;
import dev.trueup.plan.Rules;
import dev.trueup.plan.TestingLabels;
import dev.trueup.store.InMemoryStore;
import dev.trueup.store.StoreException;
import dev.trueup.store.TestingShop;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RunOpeningTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Rules INVENTORY = new InventoryRules();

  private final InMemoryLedger ledger = new InMemoryLedger();
  private final TestingWorkflow workflow = new TestingWorkflow();
  private final TestingShop woocommerce = new TestingShop(new InMemoryStore(Platform.WOOCOMMERCE));
  private final TestingShop shopify = new TestingShop(new InMemoryStore(Platform.SHOPIFY));
  private final RunOpening opening =
      new RunOpening(
          new Stores(Map.of(Platform.WOOCOMMERCE, woocommerce, Platform.SHOPIFY, shopify)),
          ledger,
          workflow,
          InstantSource.fixed(NOW),
          new Random(1));

  @Test
  void recordsARunAndStartsItsWorkflow() {
    Run run = opening.open(wish(Policies.DEFAULTS, false));

    assertThat(ledger.find(run.id())).contains(run);
    assertThat(workflow.started()).containsExactly(run.id());
    assertThat(run.status()).isEqualTo(RunStatus.COMPARING);
    assertThat(run.createdAt()).isEqualTo(NOW);
    assertThat(run.createdBy()).isEqualTo("Ada");
    assertThat(run.pair())
        .isEqualTo(new Pair(Platform.SHOPIFY, "woocommerce.test", "shopify.test"));
    assertThat(RunId.plausible(run.id())).isTrue();
  }

  @Test
  void namesThePolicyThatAResourceCannotCarryOut() {
    refuses(
        with(Policies.ConflictStrategy.MERGE, Policies.MissingInDestination.REPORT, List.of()),
        "conflictStrategy",
        "conflictStrategy cannot be 'merge' for inventory: it is 'source-wins' or 'choose'");
    refuses(
        with(
            Policies.ConflictStrategy.SOURCE_WINS, Policies.MissingInDestination.CREATE, List.of()),
        "missingInDestination",
        "missingInDestination cannot be 'create' for inventory: it is 'report' or 'ignore'");
    refuses(
        with(
            Policies.ConflictStrategy.SOURCE_WINS,
            Policies.MissingInDestination.REPORT,
            List.of("quantity", "price")),
        "fields",
        "inventory has no field 'price': its fields are quantity, status, tracked");
  }

  @Test
  void opensNothingWhileAStoreDoesNotAnswer() {
    shopify.failing(StoreException.Kind.UNAVAILABLE, "Shopify does not answer");

    assertThatThrownBy(() -> opening.open(wish(Policies.DEFAULTS, false)))
        .isInstanceOf(StoreException.class)
        .hasMessage("Shopify does not answer");

    assertNothingIsOpen();
    shopify.answering(woocommerce::connect);
    opening.open(wish(Policies.DEFAULTS, false));
  }

  @Test
  void opensNothingWhereAStoreDoesNotTakeTheScope() {
    shopify.refuseScopes();

    assertThatThrownBy(() -> opening.open(wish(Policies.DEFAULTS, false)))
        .isInstanceOf(StoreException.class)
        .hasMessage("no such location");

    assertNothingIsOpen();
  }

  @Test
  void opensOneRunOfAResourceAtATime() {
    Run first = opening.open(wish(Policies.DEFAULTS, false));

    var refusal =
        catchThrowableOfType(
            RunOpenException.class, () -> opening.open(wish(Policies.DEFAULTS, false)));

    assertThat(refusal.openRunId()).isEqualTo(first.id());
    assertThat(workflow.started()).containsExactly(first.id());
    opening.open(
        new RunOpening.Wish(
            new TestingLabels(), Platform.SHOPIFY, Policies.DEFAULTS, false, false, false, "Ada"));
  }

  @Test
  void letsARunNobodyAskedForGiveWay() {
    Run first =
        opening.open(
            new RunOpening.Wish(
                INVENTORY, Platform.SHOPIFY, Policies.DEFAULTS, false, false, true, "schedule"));
    ledger.update(first.id(), run -> run.with(RunStatus.AWAITING_APPROVAL));
    ledger.keepToken(first.id(), Decisions.APPROVAL, "t1");
    workflow.await("t1");

    Run second = opening.open(wish(Policies.DEFAULTS, false));

    assertThat(ledger.find(first.id()).orElseThrow().status()).isEqualTo(RunStatus.REJECTED);
    assertThat(ledger.find(second.id()).orElseThrow().status()).isEqualTo(RunStatus.COMPARING);
  }

  @Test
  void replacesARunThatAwaitsApproval() {
    Run first = opening.open(wish(Policies.DEFAULTS, false));
    ledger.update(first.id(), run -> run.with(RunStatus.AWAITING_APPROVAL));
    ledger.keepToken(first.id(), Decisions.APPROVAL, "t1");
    workflow.await("t1");

    Run second = opening.open(wish(Policies.DEFAULTS, true));

    Run superseded = ledger.find(first.id()).orElseThrow();
    assertThat(superseded.status()).isEqualTo(RunStatus.REJECTED);
    assertThat(superseded.closedAt()).isEqualTo(NOW);
    assertThat(superseded.decision())
        .extracting(Decision::note)
        .isEqualTo("superseded by run " + second.id());
    assertThat(workflow.answers()).containsExactly(Map.entry("t1", "{\"decision\":\"rejected\"}"));
    assertThat(ledger.tokens(first.id())).isEmpty();
  }

  @Test
  void replacesNoRunThatIsBeyondApproval() {
    Run first = opening.open(wish(Policies.DEFAULTS, false));

    for (RunStatus status : List.of(RunStatus.COMPARING, RunStatus.APPLYING, RunStatus.PAUSED)) {
      ledger.update(first.id(), run -> run.with(status));
      assertThatThrownBy(() -> opening.open(wish(Policies.DEFAULTS, true)))
          .isInstanceOf(RunOpenException.class);
      assertThat(ledger.find(first.id())).contains(first.with(status));
    }
  }

  @Test
  void closesTheRunWhenItsWorkflowCannotBeStarted() {
    workflow.breakDown();

    var refusal =
        catchThrowableOfType(
            RefusalException.class, () -> opening.open(wish(Policies.DEFAULTS, false)));

    assertThat(refusal.kind()).isEqualTo(RefusalException.Kind.UNAVAILABLE);
    assertThat(refusal).hasMessageContaining("could not be started");
    Run failed = ledger.runs(null, 1).runs().getFirst();
    assertThat(failed.status()).isEqualTo(RunStatus.FAILED);
    assertThat(failed.error()).isEqualTo("the workflow could not be started");
    assertThatThrownBy(() -> opening.open(wish(Policies.DEFAULTS, false)))
        .isInstanceOf(RefusalException.class);
  }

  private void refuses(Policies policies, String field, String sentence) {
    var refusal =
        catchThrowableOfType(RefusalException.class, () -> opening.open(wish(policies, false)));

    assertThat(refusal).hasMessage(sentence);
    assertThat(refusal.kind()).isEqualTo(RefusalException.Kind.INVALID);
    assertThat(refusal.field()).isEqualTo(field);
    assertNothingIsOpen();
  }

  private void assertNothingIsOpen() {
    assertThat(ledger.runs(null, 1).runs()).isEmpty();
    assertThat(workflow.started()).isEmpty();
  }

  private static RunOpening.Wish wish(Policies policies, boolean replace) {
    return new RunOpening.Wish(INVENTORY, Platform.SHOPIFY, policies, false, replace, false, "Ada");
  }

  private static Policies with(
      Policies.ConflictStrategy strategy,
      Policies.MissingInDestination missing,
      List<String> fields) {
    Policies defaults = Policies.DEFAULTS;
    return new Policies(
        strategy,
        missing,
        defaults.missingInSource(),
        defaults.stock(),
        fields,
        defaults.filter(),
        defaults.locations(),
        defaults.approval(),
        defaults.guards());
  }
}
