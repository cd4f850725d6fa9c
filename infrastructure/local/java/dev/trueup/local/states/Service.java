package dev.trueup.local.states;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// What a Task state can call.
enum Service {
  LAMBDA("arn:aws:states:::lambda:invoke"),
  LAMBDA_CALLBACK("arn:aws:states:::lambda:invoke.waitForTaskToken"),
  QUEUE_CALLBACK("arn:aws:states:::sqs:sendMessage.waitForTaskToken");

  private final String resource;

  Service(String resource) {
    this.resource = resource;
  }

  static Optional<Service> of(String resource) {
    return Arrays.stream(values()).filter(s -> s.resource.equals(resource)).findFirst();
  }

  boolean waitsForToken() {
    return this != LAMBDA;
  }

  /// The arguments that must be there.
  Set<String> required() {
    return switch (this) {
      case LAMBDA, LAMBDA_CALLBACK -> Set.of("FunctionName");
      case QUEUE_CALLBACK -> Set.of("QueueUrl", "MessageBody");
    };
  }

  boolean knows(String argument) {
    Set<String> optional =
        switch (this) {
          case LAMBDA, LAMBDA_CALLBACK -> Set.of("Payload");
          case QUEUE_CALLBACK -> Set.of("MessageGroupId", "MessageDeduplicationId");
        };
    return required().contains(argument) || optional.contains(argument);
  }
}
