package dev.trueup.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trueup.plan.Change;
import dev.trueup.run.Attempt;
import dev.trueup.run.Batch;
import dev.trueup.run.Ledger;
import dev.trueup.run.LedgerContract;
import dev.trueup.store.Outcome;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// What a run of 100,000 changes asks of DynamoDB. On demand, a million write units cost 0.625 USD
/// and a million read units 0.125 USD (us-east-1, list price), a consistent read of 4 KB is one
/// unit.
class LedgerCostTest {
  private static final String ID = "01M00000000000000001";
  private static final double WRITE_UNIT_USD = 0.625e-6;
  private static final double READ_UNIT_USD = 0.125e-6;
  private static final int CHANGES = 100_000;
  private static final int PER_BATCH = 5_000;
  private static final int PER_REQUEST = 250;

  private final TestingClient testing = new TestingClient(TestingTable.CLIENT);
  private final Ledger ledger =
      new DynamoLedger(
          testing.client(),
          TestingTable.created(),
          InstantSource.system(),
          Duration.ofDays(90),
          _ -> {});

  @Test
  void writesAndReadsAPlanInFewRequests() {
    List<Change> plan = LedgerContract.plan(1, CHANGES);
    ledger.savePlan(ID, plan);
    assertThat(testing.requests()).isLessThan(50);
    assertThat(testing.writeUnits()).isLessThan(10_000);

    testing.forget();
    ledger.savePlan(ID, plan);
    assertThat(testing.writeUnits()).isZero();

    testing.forget();
    try (Stream<Change> changes = ledger.changes(ID, 1)) {
      assertThat(changes.mapToInt(Change::seq)).hasSize(CHANGES);
    }
    assertThat(testing.requests()).isLessThan(50);
    assertThat(testing.readUnits()).isLessThan(2_500);
  }

  @Test
  void readsNoMoreOfAPlanThanIsAskedFor() {
    ledger.savePlan(ID, LedgerContract.plan(1, CHANGES));
    testing.forget();
    try (Stream<Change> changes = ledger.changes(ID, 50_001)) {
      Iterator<Change> iterator = changes.iterator();
      for (int seq = 50_001; seq <= 50_100; seq++) {
        assertThat(iterator.next().seq()).isEqualTo(seq);
      }
      assertThat(testing.requests(QueryRequest.class)).hasSize(1);
      assertThat(testing.readUnits()).isLessThan(20);
      for (int seq = 50_101; seq <= 60_000; seq++) {
        iterator.next();
      }
    }
    assertThat(testing.readUnits()).isLessThan(250);
  }

  @Test
  void keepsARunOf100000ChangesForACent() {
    ledger.open(LedgerContract.run(ID));
    ledger.savePlan(ID, LedgerContract.plan(1, CHANGES));
    List<Batch> batches = batches();
    ledger.saveBatches(ID, batches);
    batches.forEach(this::settle);
    assertThat(ledger.find(ID).orElseThrow().outcomes().applied()).isEqualTo(CHANGES);
    assertThat(testing.writeUnits() * WRITE_UNIT_USD + testing.readUnits() * READ_UNIT_USD)
        .isLessThan(0.02);

    testing.forget();
    assertThat(ledger.outcomes(ID, 50_001, 50_050)).hasSize(50);
    assertThat(testing.requests()).isLessThan(4);
    assertThat(testing.readUnits()).isLessThan(30);
  }

  private void settle(Batch batch) {
    int number = 0;
    for (int from = batch.first(); from <= batch.last(); from += PER_REQUEST) {
      List<Integer> seqs = IntStream.range(from, from + PER_REQUEST).boxed().toList();
      Attempt attempt = Attempt.begun(batch.number(), ++number, seqs);
      ledger.begin(ID, attempt);
      ledger.settle(ID, attempt.settled(Collections.nCopies(PER_REQUEST, new Outcome.Applied())));
    }
  }

  private static List<Batch> batches() {
    var batches = new ArrayList<Batch>();
    for (int from = 1; from <= CHANGES; from += PER_BATCH) {
      batches.add(
          Batch.of(batches.size() + 1, IntStream.range(from, from + PER_BATCH).boxed().toList()));
    }
    return batches;
  }
}
