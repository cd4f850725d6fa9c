package dev.trueup.run;

final class InMemoryAuditTest extends AuditContract {
  private final Audit audit = new InMemoryAudit();

  @Override
  protected Audit audit() {
    return audit;
  }
}
