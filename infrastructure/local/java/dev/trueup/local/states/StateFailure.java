package dev.trueup.local.states;

/// A state reported an error: what `Retry` and `Catch` match on.
///
/// Error names are those of the states language, appendix A, and of
/// docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html.
final class StateFailure extends RuntimeException {
  static final String TIMEOUT = "States.Timeout";
  static final String HEARTBEAT_TIMEOUT = "States.HeartbeatTimeout";
  static final String QUERY = "States.QueryEvaluationError";
  static final String DATA_LIMIT = "States.DataLimitExceeded";
  static final String RUNTIME = "States.Runtime";
  static final String NO_CHOICE = "States.NoChoiceMatched";
  static final String TOLERATED = "States.ExceedToleratedFailureThreshold";

  private final String error;
  private final String cause;

  StateFailure(String error, String cause) {
    super(error + ": " + cause, null, false, false);
    this.error = error;
    this.cause = cause;
  }

  static StateFailure query(String state, String why) {
    return new StateFailure(QUERY, "state '" + state + "': " + why);
  }

  String error() {
    return error;
  }

  String cause() {
    return cause;
  }
}
