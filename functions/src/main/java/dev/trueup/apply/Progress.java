package dev.trueup.apply;

import java.util.Locale;

/// How far a worker came with its batch.
public enum Progress {
  /// Every change of the batch has an outcome.
  DONE,
  /// Time is up; the rest is for the next invocation.
  MORE,
  /// A person paused the run; the rest waits.
  PAUSED,
  /// A person cancelled the run; the rest is not written.
  CANCELLED;

  /// The word in the workflow's state.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
