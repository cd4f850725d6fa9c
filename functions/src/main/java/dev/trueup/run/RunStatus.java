package dev.trueup.run;

import java.util.Locale;

/// Where a run is in its life.
public enum RunStatus {
  COMPARING(true),
  IN_SYNC(false),
  AWAITING_APPROVAL(true),
  APPLYING(true),
  PAUSED(true),
  VERIFYING(true),
  SUCCEEDED(false),
  COMPLETED_WITH_ERRORS(false),
  REJECTED(false),
  EXPIRED(false),
  CANCELLED(false),
  FAILED(false);

  private final boolean open;

  RunStatus(boolean open) {
    this.open = open;
  }

  /// Whether the run still holds the lock of its pair and resource.
  public boolean open() {
    return open;
  }

  /// The word of the API: `awaiting-approval`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
