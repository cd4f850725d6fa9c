package dev.trueup.ledger;

import dev.trueup.run.Audit;
import dev.trueup.run.AuditContract;
import java.time.Duration;
import java.time.InstantSource;

final class DynamoAuditTest extends AuditContract {
  private final Audit audit =
      new DynamoLedger(
              TestingTable.CLIENT,
              TestingTable.created(),
              InstantSource.fixed(NOW),
              Duration.ofDays(90),
              _ -> {})
          .audit();

  @Override
  protected Audit audit() {
    return audit;
  }
}
