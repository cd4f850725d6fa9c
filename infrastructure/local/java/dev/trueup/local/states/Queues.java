package dev.trueup.local.states;

import org.jspecify.annotations.Nullable;

/// The queues a workflow can send to.
@FunctionalInterface
public interface Queues {
  /// Sends one message. Messages need not survive a restart: the interpreter sends those again
  /// whose task is still waiting then, so that a consumer may see one twice.
  void send(
      String queueUrl,
      String body,
      @Nullable String messageGroupId,
      @Nullable String deduplicationId);
}
