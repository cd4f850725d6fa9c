package dev.trueup.store.shopify;

import java.time.Duration;

/// Lets time pass: by sleeping, or by moving a test's clock.
interface Pause {
  void sleep(Duration duration) throws InterruptedException;
}
