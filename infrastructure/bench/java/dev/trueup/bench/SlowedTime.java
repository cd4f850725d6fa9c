package dev.trueup.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that runs slower than real time. Client and simulated shop share it: at a tenth of the
/// speed both have ten times as long for their work as they would on this machine, so that what is
/// measured is the pace they keep and not the processor they share.
///
/// @param factor how many real seconds are one second here
record SlowedTime(int factor, Instant start, long startNanos) implements InstantSource {
  static SlowedTime by(int factor) {
    return new SlowedTime(factor, Instant.now(), System.nanoTime());
  }

  long nanos() {
    return (System.nanoTime() - startNanos) / factor;
  }

  @Override
  public Instant instant() {
    return start.plusNanos(nanos());
  }

  void sleep(Duration time) throws InterruptedException {
    Thread.sleep(time.multipliedBy(factor));
  }
}
