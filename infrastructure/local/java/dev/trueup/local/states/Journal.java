package dev.trueup.local.states;

/// Where the events of one execution go before they take effect.
@FunctionalInterface
interface Journal {
  Journal NONE = _ -> {};

  void append(Event event);
}
