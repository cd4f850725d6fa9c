package dev.trueup.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trueup.catalog.Facets;
import dev.trueup.catalog.Platform;
import dev.trueup.catalog.RecordRef;
import dev.trueup.catalog.StoreRecord;
import dev.trueup.catalog.Value;
import dev.trueup.compare.FieldDifference;
import dev.trueup.compare.Links;
import dev.trueup.plan.Action;
import dev.trueup.plan.Change;
import dev.trueup.plan.Policies;
import dev.trueup.plan.Selection;
import dev.trueup.store.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every ledger promises.
public abstract class LedgerContract {
  protected static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  protected static final Pair PAIR =
      new Pair(Platform.WOOCOMMERCE, "shop.example", "shop.myshopify.com");
  protected static final Pair TURNED =
      new Pair(Platform.SHOPIFY, "shop.example", "shop.myshopify.com");
  protected static final String ID = "01M00000000000000001";
  private static final Outcome APPLIED = new Outcome.Applied();
  private static final Outcome UNKNOWN = new Outcome.Unknown("no answer");

  /// A ledger that remembers nothing yet; the same one during a test.
  protected abstract Ledger ledger();

  /// The same memory, as another process sees it.
  protected abstract Ledger another();

  @Test
  void findsARunAsItWasOpened() {
    Run run = run(ID);
    ledger().open(run);
    assertThat(another().find(ID)).contains(run);
    assertThat(ledger().find("01M0000000000000NONE")).isEmpty();
  }

  @Test
  void refusesASecondOpenRunOfTheSameStoresAndResource() {
    ledger().open(run(ID));
    var refused = catchThrowableOfType(RunOpenException.class, () -> another().open(run(other(2))));
    assertThat(refused.openRunId()).isEqualTo(ID);
    assertThat(ledger().find(other(2))).isEmpty();
    assertThat(ledger().runs(null, 10).runs()).hasSize(1);
  }

  @Test
  void refusesASecondRunWhicheverStoreIsRight() {
    ledger().open(run(ID));
    Run turned = Run.opened(other(2), "inventory", TURNED, NOW, "key", false, Policies.DEFAULTS);
    assertThatThrownBy(() -> ledger().open(turned)).isInstanceOf(RunOpenException.class);
  }

  @Test
  void opensRunsOfOtherResourcesAtTheSameTime() {
    ledger().open(run(ID));
    ledger().open(Run.opened(other(2), "products", PAIR, NOW, "key", false, Policies.DEFAULTS));
    assertThat(ledger().find(other(2))).isPresent();
  }

  @Test
  void opensTheSameRunAgainWhenTheAnswerWasLost() {
    ledger().open(run(ID));
    ledger().update(ID, run -> run.edit().read(7).run());
    another().open(run(ID));
    assertThat(ledger().find(ID).orElseThrow().read()).isEqualTo(7);
    assertThat(ledger().runs(null, 10).runs()).hasSize(1);
  }

  @Test
  void doesNotOpenAClosedRunAgain() {
    ledger().open(run(ID));
    ledger().close(ID, run -> run.with(RunStatus.CANCELLED));
    assertThatThrownBy(() -> ledger().open(run(ID)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is closed");
    ledger().open(run(other(2)));
  }

  @Test
  void opensOneOfManyRunsThatAreAskedForAtOnce() {
    List<Callable<Boolean>> openings = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      Run run = run(other(i));
      Ledger ledger = i % 2 == 0 ? ledger() : another();
      openings.add(() -> opened(ledger, run));
    }
    assertThat(atOnce(openings)).containsOnlyOnce(true);
    assertThat(ledger().runs(null, 10).runs()).hasSize(1);
  }

  @Test
  void changesARun() {
    ledger().open(run(ID));
    Run changed = ledger().update(ID, run -> run.edit().read(5).waitingFor("Shopify").run());
    assertThat(changed.read()).isEqualTo(5);
    assertThat(another().find(ID)).contains(changed);
  }

  @Test
  void losesNoChangeWhenManyAreMadeAtOnce() {
    ledger().open(run(ID));
    List<Callable<Boolean>> changes = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      Ledger ledger = i % 2 == 0 ? ledger() : another();
      changes.add(() -> ledger.update(ID, run -> run.edit().read(run.read() + 1).run()).read() > 0);
    }
    assertThat(atOnce(changes)).containsOnly(true);
    assertThat(ledger().find(ID).orElseThrow().read()).isEqualTo(24);
  }

  @Test
  void keepsTheOutcomeCountsWhateverAChangeSays() {
    ledger().open(run(ID));
    settle(ledger(), 1, 1, Map.of(1, APPLIED));
    Run changed =
        ledger().update(ID, run -> run.edit().outcomes(new Outcomes(9, 9, 9, 9, 9, 9, 4)).run());
    assertThat(changed.outcomes()).isEqualTo(new Outcomes(1, 0, 0, 0, 0, 0, 4));
    assertThat(ledger().find(ID)).contains(changed);
  }

  @Test
  void saysWhenThereIsNoSuchRun() {
    assertThatThrownBy(() -> ledger().update(ID, run -> run))
        .isInstanceOf(NoSuchRunException.class);
    assertThatThrownBy(() -> ledger().close(ID, run -> run)).isInstanceOf(NoSuchRunException.class);
  }

  @Test
  void closesARunAndLetsTheNextOneIn() {
    ledger().open(run(ID));
    Run closed =
        ledger().close(ID, run -> run.edit().status(RunStatus.SUCCEEDED).closedAt(NOW).run());
    assertThat(closed.closedAt()).isEqualTo(NOW);
    assertThat(ledger().find(ID)).contains(closed);
    ledger().open(run(other(2)));
  }

  @Test
  void closesARunTwiceWithoutTakingTheLockOfTheNext() {
    ledger().open(run(ID));
    ledger().close(ID, run -> run.with(RunStatus.FAILED));
    ledger().open(run(other(2)));
    ledger().close(ID, run -> run.edit().error("late").run());
    assertThat(ledger().find(ID).orElseThrow().error()).isEqualTo("late");
    assertThatThrownBy(() -> ledger().open(run(other(3)))).isInstanceOf(RunOpenException.class);
  }

  @Test
  void releasesTheLockOfARunThatAChangeHadEnded() {
    ledger().open(run(ID));
    ledger().update(ID, run -> run.with(RunStatus.FAILED));
    assertThatThrownBy(() -> ledger().open(run(other(2)))).isInstanceOf(RunOpenException.class);
    ledger().close(ID, run -> run);
    ledger().open(run(other(2)));
  }

  @Test
  void refusesToCloseARunThatWouldGoOn() {
    ledger().open(run(ID));
    assertThatThrownBy(() -> ledger().close(ID, run -> run.with(RunStatus.APPLYING)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(ledger().find(ID)).contains(run(ID));
  }

  @Test
  void remembersADecisionAboutManyThousandChanges() {
    Set<Integer> seqs =
        IntStream.rangeClosed(1, 100_000)
            .filter(seq -> Integer.hashCode(seq * 31) % 2 == 0)
            .boxed()
            .collect(Collectors.toSet());
    Map<Integer, Set<String>> kept =
        seqs.stream().collect(Collectors.toMap(seq -> seq, _ -> Set.of("quantity", "status")));
    var decision =
        new Decision(true, "d".repeat(64), new Selection.Include(seqs), kept, "key", NOW, "\uD800");
    ledger().open(run(ID));
    ledger().update(ID, run -> run.edit().decision(decision).run());
    ledger().update(ID, run -> run.edit().read(3).run());
    assertThat(another().find(ID).orElseThrow().decision()).isEqualTo(decision);
    assertThat(ledger().runs(null, 1).runs().getFirst().decision()).isEqualTo(decision);
    ledger().close(ID, run -> run.with(RunStatus.SUCCEEDED));
    assertThat(ledger().find(ID).orElseThrow().decision()).isEqualTo(decision);
  }

  @Test
  void remembersARunThatHasAVeryLongStory() {
    String story = "\u201CHoodie\u201D ".repeat(60_000);
    Run run = run(ID).edit().error(story).waitingFor(story).run();
    ledger().open(run);
    assertThat(another().find(ID)).contains(run);
    assertThat(ledger().update(ID, found -> found.edit().waitingFor("").run()).error())
        .isEqualTo(story);
    assertThat(ledger().find(ID)).contains(run.edit().waitingFor("").run());
  }

  @Test
  void listsTheNewestRunsFirstPageByPage() {
    for (int i = 1; i <= 5; i++) {
      ledger()
          .open(
              Run.opened(
                  other(i),
                  "resource" + i,
                  PAIR,
                  NOW.plusSeconds(i),
                  "key",
                  false,
                  Policies.DEFAULTS));
    }
    settle(ledger(), other(3), 1, 1, Map.of(1, APPLIED));
    Ledger.RunPage first = ledger().runs(null, 2);
    assertThat(first.runs()).extracting(Run::id).containsExactly(other(5), other(4));
    Ledger.RunPage second = another().runs(first.cursor(), 2);
    assertThat(second.runs()).extracting(Run::id).containsExactly(other(3), other(2));
    assertThat(second.runs().getFirst().outcomes().applied()).isEqualTo(1);
    Ledger.RunPage third = ledger().runs(second.cursor(), 2);
    assertThat(third.runs()).extracting(Run::id).containsExactly(other(1));
    assertThat(third.cursor()).isNull();
    assertThat(ledger().runs(null, 5).cursor()).isNull();
  }

  @Test
  void refusesACursorThatItDidNotGive() {
    ledger().open(run(ID));
    for (String text : List.of("", "x", "2026", "9#", "00000#a", "1".repeat(15) + "#a b")) {
      String forged = Base64.getUrlEncoder().encodeToString(text.getBytes(UTF_8));
      assertThatThrownBy(() -> ledger().runs(forged, 5))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("this cursor was not given by this list of runs");
    }
    assertThatThrownBy(() -> ledger().runs("?!", 5)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ledger().runs(null, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void remembersTheSizeOfTheSourcePerDirectionAndResource() {
    assertThat(ledger().lastSourceRead(PAIR, "inventory")).isEmpty();
    ledger().rememberSourceRead(PAIR, "inventory", 100);
    ledger().rememberSourceRead(PAIR, "inventory", 90);
    ledger().rememberSourceRead(TURNED, "inventory", 7);
    assertThat(another().lastSourceRead(PAIR, "inventory")).contains(90);
    assertThat(ledger().lastSourceRead(TURNED, "inventory")).contains(7);
    assertThat(ledger().lastSourceRead(PAIR, "products")).isEmpty();
  }

  @Test
  void readsAPlanInOrderFromAnyPlaceOn() {
    List<Change> plan = plan(1, 1_000);
    ledger().savePlan(ID, plan);
    assertThat(changes(1)).isEqualTo(plan);
    for (int from : List.of(0, 2, 200, 201, 399, 999, 1_000)) {
      assertThat(changes(from)).isEqualTo(plan.subList(Math.max(from - 1, 0), 1_000));
    }
    assertThat(changes(1_001)).isEmpty();
    assertThat(changes(Integer.MAX_VALUE)).isEmpty();
    assertThat(ledger().changes(other(2), 1).toList()).isEmpty();
  }

  @Test
  void readsAPlanFromAnIteratorToo() {
    ledger().savePlan(ID, plan(1, 500));
    try (Stream<Change> changes = ledger().changes(ID, 150)) {
      var iterator = changes.iterator();
      for (int seq = 150; seq <= 500; seq++) {
        assertThat(iterator.next().seq()).isEqualTo(seq);
      }
      assertThat(iterator.hasNext()).isFalse();
    }
  }

  @Test
  void keepsNothingOfAPlanThatWasWrittenBefore() {
    ledger().savePlan(ID, plan(1, 700));
    ledger().savePlan(ID, plan(1, 700));
    assertThat(changes(1)).hasSize(700);
    List<Change> shorter = plan(1, 150);
    ledger().savePlan(ID, shorter);
    assertThat(changes(1)).isEqualTo(shorter);
    ledger().savePlan(ID, List.of());
    assertThat(changes(1)).isEmpty();
  }

  @Test
  void keepsHostileAndHugeChanges() {
    String text = "\uD83D\uDE00\uDC00\"\\\u0000<script>\u2028#|".repeat(400);
    String noise =
        new java.util.Random(1)
            .ints(250_000, 32, 0xFFFF)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    List<Change> plan = List.of(change(1, text), change(2, noise), change(3, "plain"));
    ledger().savePlan(ID, plan);
    assertThat(changes(1)).isEqualTo(plan);
    assertThat(changes(3)).isEqualTo(plan.subList(2, 3));
    var conflict = new Outcome.Conflict(Map.of("description", Value.of(noise)), text);
    ledger().saveBatches(ID, List.of(Batch.of(1, List.of(1, 2))));
    settle(ledger(), 1, 1, Map.of(1, conflict, 2, new Outcome.Refused(noise)));
    assertThat(ledger().outcomes(ID, 1, 1)).isEqualTo(Map.of(1, conflict));
  }

  @Test
  void keepsBatches() {
    List<Batch> batches = List.of(Batch.of(1, List.of(1, 2, 3)), Batch.of(2, List.of(5, 9)));
    ledger().saveBatches(ID, batches);
    ledger().saveBatches(ID, batches);
    assertThat(another().batch(ID, 2)).isEqualTo(batches.get(1));
    ledger().saveBatches(ID, batches.subList(0, 1));
    assertThatThrownBy(() -> ledger().batch(ID, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ledger().batch(other(2), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tellsWhatWasBegunAndWhatWasSettled() {
    ledger().open(run(ID));
    Attempt sent = Attempt.begun(1, 1, List.of(1, 2));
    ledger().begin(ID, sent);
    ledger().begin(ID, sent);
    ledger().begin(ID, Attempt.begun(1, 10, List.of(3)));
    ledger().begin(ID, Attempt.begun(2, 1, List.of(4)));
    Attempt settled = sent.settled(List.of(APPLIED, UNKNOWN));
    ledger().settle(ID, settled);
    assertThat(another().attempts(ID, 1))
        .containsExactly(settled, Attempt.begun(1, 10, List.of(3)));
    assertThat(ledger().attempts(ID, 3)).isEmpty();
    assertThat(ledger().find(ID).orElseThrow().outcomes())
        .isEqualTo(new Outcomes(1, 0, 0, 0, 0, 1, 0));
  }

  @Test
  void refusesToBeginASettledAttemptAgain() {
    settle(ledger(), 1, 1, Map.of(1, APPLIED));
    assertThatThrownBy(() -> ledger().begin(ID, Attempt.begun(1, 1, List.of(1))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("attempt 1 of batch 1");
  }

  @Test
  void settlesAnAttemptOnce() {
    ledger().open(run(ID));
    settle(ledger(), 1, 1, Map.of(1, APPLIED));
    settle(another(), 1, 1, Map.of(1, UNKNOWN));
    assertThat(ledger().find(ID).orElseThrow().outcomes().applied()).isEqualTo(1);
    assertThat(ledger().find(ID).orElseThrow().outcomes().tried()).isEqualTo(1);
    assertThat(ledger().attempts(ID, 1).getFirst().outcomes()).containsEntry(1, APPLIED);
  }

  @Test
  void refusesToSettleWithoutOutcomes() {
    assertThatThrownBy(() -> ledger().settle(ID, Attempt.begun(1, 1, List.of(1))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void countsAChangeThatWasTriedAgainOnce() {
    ledger().open(run(ID));
    ledger().saveBatches(ID, List.of(Batch.of(1, List.of(1, 2, 3))));
    settle(ledger(), 1, 1, Map.of(1, UNKNOWN, 2, APPLIED));
    settle(ledger(), 1, 3, Map.of(1, APPLIED));
    settle(ledger(), 1, 2, Map.of(1, UNKNOWN, 3, new Outcome.AlreadySo()));
    assertThat(ledger().outcomes(ID, 1, 3))
        .isEqualTo(Map.of(1, APPLIED, 2, APPLIED, 3, new Outcome.AlreadySo()));
    assertThat(ledger().find(ID).orElseThrow().outcomes())
        .isEqualTo(new Outcomes(2, 1, 0, 0, 0, 0, 0));
  }

  @Test
  void countsEveryKindOfOutcome() {
    ledger().open(run(ID));
    settle(
        ledger(),
        1,
        1,
        Map.of(
            1, APPLIED,
            2, new Outcome.AlreadySo(),
            3, new Outcome.Conflict(Map.of("quantity", Value.of(3)), "sold"),
            4, new Outcome.Refused("no"),
            5, new Outcome.Failed("no"),
            6, UNKNOWN));
    assertThat(ledger().find(ID).orElseThrow().outcomes())
        .isEqualTo(new Outcomes(1, 1, 1, 1, 1, 1, 0));
  }

  @Test
  void countsRightWhenManyAttemptsAreSettledAtOnce() {
    ledger().open(run(ID));
    ledger().saveBatches(ID, List.of(Batch.of(1, IntStream.rangeClosed(1, 24).boxed().toList())));
    List<Callable<Boolean>> settlings = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      Ledger ledger = i % 2 == 0 ? ledger() : another();
      int number = i / 2 + 1;
      settlings.add(() -> {
        settle(ledger, 1, number, Map.of(number, APPLIED, 24, UNKNOWN));
        return true;
      });
    }
    assertThat(atOnce(settlings)).containsOnly(true);
    assertThat(ledger().find(ID).orElseThrow().outcomes())
        .isEqualTo(new Outcomes(12, 0, 0, 0, 0, 1, 0));
  }

  @Test
  void tellsTheOutcomesBetweenTwoPlaces() {
    ledger().saveBatches(ID, List.of(Batch.of(1, List.of(1, 2, 3)), Batch.of(2, List.of(5, 6, 9))));
    settle(ledger(), 1, 1, Map.of(1, APPLIED, 2, UNKNOWN));
    settle(ledger(), 1, 2, Map.of(3, APPLIED));
    settle(ledger(), 2, 1, Map.of(5, UNKNOWN, 6, APPLIED));
    ledger().begin(ID, Attempt.begun(2, 2, List.of(9)));
    assertThat(ledger().outcomes(ID, 2, 5)).isEqualTo(Map.of(2, UNKNOWN, 3, APPLIED, 5, UNKNOWN));
    assertThat(another().outcomes(ID, 1, 100)).hasSize(5);
    assertThat(ledger().outcomes(ID, 7, 100)).isEmpty();
    assertThat(ledger().outcomes(ID, 3, 2)).isEmpty();
  }

  @Test
  void keepsFindings() {
    assertThat(ledger().findings(ID)).isEmpty();
    ledger().saveFindings(ID, Map.of());
    ledger().saveFindings(ID, Map.of(1, "quantity is 4", 900, "gone"));
    ledger().saveFindings(ID, Map.of(1, "quantity is 4", 900, "gone"));
    ledger().saveFindings(ID, Map.of(1_001, "gone \uD800"));
    assertThat(another().findings(ID))
        .isEqualTo(Map.of(1, "quantity is 4", 900, "gone", 1_001, "gone \uD800"));
  }

  @Test
  void keepsTheLastLinkOfARun() {
    assertThat(ledger().link(ID)).isEmpty();
    ledger().keepLink(ID, new ReviewLink("a".repeat(64), "digest"));
    ledger().keepLink(ID, new ReviewLink("b".repeat(64), "digest"));
    assertThat(another().link(ID)).contains(new ReviewLink("b".repeat(64), "digest"));
    assertThat(ledger().link(other(2))).isEmpty();
  }

  @Test
  void keepsTaskTokensByName() {
    assertThat(ledger().tokens(ID)).isEmpty();
    ledger().keepToken(ID, "AwaitApproval", "a");
    ledger().keepToken(ID, "AwaitResume#3", "b");
    ledger().keepToken(ID, "AwaitApproval", "c");
    assertThat(another().tokens(ID)).isEqualTo(Map.of("AwaitApproval", "c", "AwaitResume#3", "b"));
    ledger().dropToken(ID, "AwaitApproval");
    ledger().dropToken(ID, "AwaitApproval");
    assertThat(ledger().tokens(ID)).containsOnlyKeys("AwaitResume#3");
    assertThat(ledger().tokens(other(2))).isEmpty();
  }

  @Test
  void readsSnapshotsInTheOrderOfTheirNumbers() {
    List<StoreRecord> first = records(1, 300);
    List<StoreRecord> second = records(301, 310);
    ledger().saveSnapshot(ID, "source", 10, second);
    ledger().saveSnapshot(ID, "source", 9, records(1, 500));
    ledger().saveSnapshot(ID, "source", 9, first);
    ledger().saveSnapshot(ID, "destination", 1, records(900, 901));
    try (Stream<StoreRecord> records = another().snapshot(ID, "source", 2)) {
      assertThat(records.toList())
          .isEqualTo(Stream.concat(first.stream(), second.stream()).toList());
    }
    assertThat(ledger().snapshot(other(2), "source", 1).toList()).isEmpty();
  }

  @Test
  void leavesOutSnapshotsOfAnInvocationThatWasTriedAgain() {
    ledger().saveSnapshot(ID, "source", 1, records(1, 3));
    ledger().saveSnapshot(ID, "source", 2, records(4, 6));
    try (Stream<StoreRecord> records = ledger().snapshot(ID, "source", 1)) {
      assertThat(records.toList()).isEqualTo(records(1, 3));
    }
  }

  @Test
  void remembersLinksInBothDirections() {
    assertThat(ledger().links(PAIR, "inventory")).isEqualTo(Links.NONE);
    Map<String, String> ids =
        IntStream.rangeClosed(1, 3_000)
            .boxed()
            .collect(Collectors.toMap(i -> "w" + i, i -> "gid://shopify/InventoryItem/" + i));
    ledger().saveLinks(PAIR, "inventory", new Links(ids));
    assertThat(another().links(PAIR, "inventory")).isEqualTo(new Links(ids));
    assertThat(ledger().links(TURNED, "inventory").destinationIds())
        .hasSize(3_000)
        .containsEntry("gid://shopify/InventoryItem/7", "w7");
    ledger().saveLinks(TURNED, "inventory", new Links(Map.of("s1", "w1")));
    assertThat(ledger().links(PAIR, "inventory")).isEqualTo(new Links(Map.of("w1", "s1")));
    assertThat(ledger().links(PAIR, "products")).isEqualTo(Links.NONE);
  }

  public static Run run(String id) {
    return Run.opened(id, "inventory", PAIR, NOW, "key", false, Policies.DEFAULTS);
  }

  protected static String other(int number) {
    return "01M000000000000000%02d".formatted(number);
  }

  public static List<Change> plan(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(seq -> change(seq, "Hoodie " + seq)).toList();
  }

  protected static Change change(int seq, String name) {
    Map<String, Value> found = Map.of("quantity", Value.of(seq), "status", Value.of("instock"));
    return new Change(
        seq,
        Action.UPDATE,
        name,
        "SKU-" + seq,
        "sku",
        new RecordRef("1" + seq, "7"),
        new RecordRef("gid://shopify/InventoryItem/" + (40_000_000_000L + 7919L * seq), ""),
        List.of(new FieldDifference("quantity", Value.of(seq), Value.of(seq * 3L))),
        found,
        found,
        "");
  }

  protected static List<StoreRecord> records(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(i ->
            new StoreRecord(
                RecordRef.of("" + i),
                "Hoodie \uDC00 " + i,
                "SKU-" + i,
                List.of(),
                Map.of("quantity", Value.absent()),
                Facets.NONE,
                null))
        .toList();
  }

  protected static void settle(
      Ledger ledger, int batch, int number, Map<Integer, Outcome> outcomes) {
    settle(ledger, ID, batch, number, outcomes);
  }

  private static void settle(
      Ledger ledger, String runId, int batch, int number, Map<Integer, Outcome> outcomes) {
    List<Integer> seqs = outcomes.keySet().stream().sorted().toList();
    ledger.settle(runId, new Attempt(batch, number, seqs, outcomes));
  }

  private List<Change> changes(int from) {
    try (Stream<Change> changes = ledger().changes(ID, from)) {
      return changes.toList();
    }
  }

  private static boolean opened(Ledger ledger, Run run) {
    try {
      ledger.open(run);
      return true;
    } catch (RunOpenException _) {
      return false;
    }
  }

  private static List<Boolean> atOnce(List<Callable<Boolean>> work) {
    try (var threads = Executors.newFixedThreadPool(work.size())) {
      List<Boolean> results = new ArrayList<>();
      for (Future<Boolean> result : threads.invokeAll(work)) {
        results.add(result.get());
      }
      return results;
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
