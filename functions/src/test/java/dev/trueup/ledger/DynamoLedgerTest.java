package dev.trueup.ledger;

import dev.trueup.run.Ledger;
import dev.trueup.run.LedgerContract;
import java.time.Duration;
import java.time.InstantSource;

class DynamoLedgerTest extends LedgerContract {
  private final String table = TestingTable.created();
  private final Ledger ledger = dynamo();
  private final Ledger another = dynamo();

  @Override
  protected Ledger ledger() {
    return ledger;
  }

  @Override
  protected Ledger another() {
    return another;
  }

  private Ledger dynamo() {
    return new DynamoLedger(
        TestingTable.CLIENT, table, InstantSource.fixed(NOW), Duration.ofDays(90), _ -> {});
  }
}
