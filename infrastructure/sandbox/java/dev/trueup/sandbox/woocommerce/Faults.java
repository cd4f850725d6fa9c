package dev.trueup.sandbox.woocommerce;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The faults in force; the first that meets a request and is due counts.
final class Faults {
  private static final class Armed {
    final Fault fault;
    int met;
    int done;

    Armed(Fault fault) {
      this.fault = fault;
    }

    boolean isDue() {
      boolean due = met++ % fault.every() == 0 && done < fault.times();
      done += due ? 1 : 0;
      return due;
    }
  }

  private final List<Armed> armed = new ArrayList<>();

  synchronized void add(Fault fault) {
    armed.add(new Armed(fault));
  }

  synchronized void clear() {
    armed.clear();
  }

  synchronized Optional<Fault> next(String method, String path) {
    return armed.stream()
        .filter(one -> one.fault.meets(method, path))
        .filter(Armed::isDue)
        .findFirst()
        .map(one -> one.fault);
  }
}
