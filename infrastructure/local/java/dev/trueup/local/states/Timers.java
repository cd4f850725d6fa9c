package dev.trueup.local.states;

import java.time.Instant;
import java.time.InstantSource;

/// The time, and what is to happen at one.
public interface Timers extends InstantSource {
  /// Runs an action once, when the time has come, or soon if it has passed.
  Pending at(Instant when, Runnable action);

  /// An action that has not run yet.
  interface Pending {
    void cancel();
  }
}
