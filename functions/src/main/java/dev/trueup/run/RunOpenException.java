package dev.trueup.run;

/// Another run of the same pair and resource is open.
public final class RunOpenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String openRunId;

  public RunOpenException(String openRunId) {
    super("run " + openRunId + " of the same stores and resource is still open");
    this.openRunId = openRunId;
  }

  public String openRunId() {
    return openRunId;
  }
}
