package dev.trueup.run;

/// What carries a run from state to state: the state machine in AWS, its interpreter on one
/// machine.
public interface Workflow {

  /// Starts the execution of a run; its name is the run's id. Starting it again does nothing.
  void start(Run run);

  /// Reports the result of a state that waits with a task token.
  ///
  /// @param outputJson the result, a JSON object
  /// @return false when nobody waits with that token any more: it was answered, or its time is over
  boolean succeed(String token, String outputJson);

  /// Tells that the work behind a task token goes on.
  void heartbeat(String token);
}
