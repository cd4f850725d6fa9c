package dev.trueup.run;

/// There is no run with that id.
public final class NoSuchRunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NoSuchRunException(String runId) {
    super("there is no run " + runId);
  }
}
