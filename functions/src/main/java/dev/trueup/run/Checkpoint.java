package dev.trueup.run;

import org.jspecify.annotations.Nullable;

/// How far the reading of both stores came; passed from one invocation to the next.
///
/// @param read records read so far, from both stores
public record Checkpoint(Side source, Side destination, int read) {
  public static final Checkpoint START = new Checkpoint(Side.START, Side.START, 0);

  /// How far the reading of one store came.
  ///
  /// @param cursor where to read on; null at the beginning and at the end
  /// @param snapshots how many snapshots hold what was read by earlier invocations
  public record Side(@Nullable String cursor, boolean done, int snapshots) {
    static final Side START = new Side(null, false, 0);
  }
}
