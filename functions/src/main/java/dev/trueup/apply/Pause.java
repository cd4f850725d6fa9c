package dev.trueup.apply;

import java.time.Duration;

/// Waits; in tests it moves the clock instead.
public interface Pause {
  void pause(Duration time);

  /// Waits for real.
  Pause REAL =
      time -> {
        try {
          Thread.sleep(time);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("interrupted while waiting", e);
        }
      };
}
