package dev.trueup.local.states;

import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/// What executions share.
///
/// @param name the state machine's
/// @param executor runs invocations; never called with a lock held
record Services(
    String name,
    StateMachine machine,
    Functions functions,
    Queues queues,
    Timers timers,
    Executor executor,
    RandomGenerator random) {
  private static final String ACCOUNT = "us-east-1:000000000000";

  String machineArn() {
    return "arn:aws:states:" + ACCOUNT + ":stateMachine:" + name;
  }

  String executionArn(String execution) {
    return "arn:aws:states:" + ACCOUNT + ":execution:" + name + ":" + execution;
  }
}
