package dev.trueup.local.states;

import java.util.Set;

/// The `ErrorEquals` of a retrier or a catcher.
record ErrorNames(Set<String> names) {
  static final String ALL = "States.ALL";
  static final String TASK_FAILED = "States.TaskFailed";

  ErrorNames {
    names = Set.copyOf(names);
  }

  /// `States.ALL` matches anything but the two terminal errors; `States.TaskFailed` anything but
  /// those and time-outs; `States.Timeout` also a missed heartbeat.
  boolean match(String error) {
    if (names.contains(error)) {
      return !error.equals(StateFailure.RUNTIME);
    }
    if (error.equals(StateFailure.DATA_LIMIT) || error.equals(StateFailure.RUNTIME)) {
      return false;
    }
    if (names.contains(ALL)) {
      return true;
    }
    boolean timedOut =
        error.equals(StateFailure.TIMEOUT) || error.equals(StateFailure.HEARTBEAT_TIMEOUT);
    return names.contains(timedOut ? StateFailure.TIMEOUT : TASK_FAILED);
  }
}
