package dev.trueup.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trueup.compare.Links;
import dev.trueup.plan.Selection;
import dev.trueup.run.Attempt;
import dev.trueup.run.Batch;
import dev.trueup.run.Decision;
import dev.trueup.run.Ledger;
import dev.trueup.run.LedgerContract;
import dev.trueup.run.Run;
import dev.trueup.store.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExpiryTest {
  private static final String ID = "01M00000000000000001";
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private final String table = TestingTable.created();
  private final Ledger ledger =
      new DynamoLedger(TestingTable.CLIENT, table, InstantSource.fixed(NOW), Duration.ofDays(90));

  @Test
  void letsEverythingOfARunExpireAndItsPiecesLast() {
    everything();
    Map<String, Duration> left = left("RUN#" + ID);
    assertThat(left)
        .containsEntry("META", Duration.ofDays(90))
        .containsEntry("META#OUTCOMES", Duration.ofDays(90))
        .containsEntry("PLAN", Duration.ofDays(90))
        .containsEntry("SNAP#source#0000000001", Duration.ofDays(1));
    left.forEach((sk, time) -> {
      if (sk.startsWith("ITEM#") || sk.startsWith("APART#")) {
        assertThat(time).isEqualTo(Duration.ofDays(97));
      }
    });
    assertThat(left.keySet())
        .extracting(sk -> sk.replaceAll("#.*", ""))
        .contains("ITEM", "APART", "BATCHES", "ATTEMPT", "FINDINGS", "TOKEN", "SNAP");
  }

  @Test
  void letsNothingExpireThatTheNextRunNeeds() {
    everything();
    assertThat(left("PAIR#" + LedgerContract.run(ID).pair().key()))
        .hasSize(3)
        .allSatisfy(
            (_, time) -> assertThat(time).isEqualTo(Duration.ofSeconds(-NOW.getEpochSecond())));
  }

  private void everything() {
    Run run = LedgerContract.run(ID);
    var all = new Selection.Exclude(IntStream.range(1, 5_000).boxed().collect(Collectors.toSet()));
    ledger.open(run);
    ledger.savePlan(ID, LedgerContract.plan(1, 10));
    ledger.update(
        ID,
        opened ->
            opened.edit().decision(new Decision(true, "d", all, Map.of(), "key", NOW, "")).run());
    ledger.saveBatches(ID, List.of(Batch.of(1, List.of(1))));
    ledger.settle(ID, Attempt.begun(1, 1, List.of(1)).settled(List.of(new Outcome.Applied())));
    ledger.saveFindings(ID, Map.of(1, "gone"));
    ledger.keepToken(ID, "AwaitApproval", "t");
    ledger.saveSnapshot(ID, "source", 1, List.of());
    ledger.saveLinks(run.pair(), run.resource(), new Links(Map.of("1", "2")));
    ledger.rememberSourceRead(run.pair(), run.resource(), 10);
  }

  /// How long the items of a partition are kept, by sort key.
  private Map<String, Duration> left(String pk) {
    var left = new TreeMap<String, Duration>();
    TestingTable.CLIENT.scan(scan -> scan.tableName(table)).items().stream()
        .map(Item::new)
        .filter(item -> item.key().pk().equals(pk))
        .forEach(item ->
            left.put(
                item.key().sk(),
                Duration.between(NOW, Instant.ofEpochSecond(item.number(Key.EXPIRES)))));
    return left;
  }
}
