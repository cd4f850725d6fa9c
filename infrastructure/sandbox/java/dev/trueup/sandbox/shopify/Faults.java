package dev.trueup.sandbox.shopify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The faults in force, each with its count.
final class Faults {
  private final List<Armed> armed = new ArrayList<>();

  synchronized void add(Fault fault) {
    armed.add(new Armed(fault));
  }

  synchronized void clear() {
    armed.clear();
  }

  /// The fault that befalls this request, if one does. Every armed fault counts the request.
  synchronized Optional<Fault> next(String operationName) {
    Optional<Fault> befalls = Optional.empty();
    for (Armed candidate : armed) {
      if (candidate.counts(operationName) && befalls.isEmpty()) {
        befalls = Optional.of(candidate.fire());
      }
    }
    armed.removeIf(Armed::isOver);
    return befalls;
  }

  private static final class Armed {
    private final Fault fault;
    private int seen;
    private int fired;

    Armed(Fault fault) {
      this.fault = fault;
    }

    boolean counts(String operationName) {
      return fault.operation().matcher(operationName).find() && ++seen % fault.every() == 0;
    }

    Fault fire() {
      fired++;
      return fault;
    }

    boolean isOver() {
      return fired >= fault.times();
    }
  }
}
