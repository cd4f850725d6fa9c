package dev.trueup.local.states;

import java.util.Map;

/// States that lead to each other: a whole machine, or the inside of a Map state.
record Flow(String startAt, Map<String, State> states) {
  Flow {
    states = Map.copyOf(states);
  }

  State state(String name) {
    State state = states.get(name);
    if (state == null) {
      throw new StateFailure(
          StateFailure.RUNTIME, "the definition has no state '" + name + "' any more");
    }
    return state;
  }
}
