package dev.trueup.web;

import dev.trueup.plan.Guard;
import dev.trueup.run.Run;
import java.time.Duration;
import java.util.List;

/// What somebody is asked before anything is written.
///
/// @param count how many items
/// @param atLeast how long it takes when the destination does not slow it down
/// @param whyNot why the visitor may not go on; empty when they may
record Confirmation(
    Run run, Visitor visitor, Choice choice, int count, Duration atLeast, String whyNot) {
  List<Guard> blocking() {
    return run.blocking();
  }

  String destination() {
    return run.destination().displayName();
  }

  String source() {
    return run.pair().sourceOfTruth().displayName();
  }

  String path() {
    return visitor.path(run.id());
  }

  boolean possible() {
    return whyNot.isEmpty() && count > 0;
  }
}
