package dev.trueup.local.states;

import com.fasterxml.jackson.databind.JsonNode;

/// What a Lambda function's invocation came to.
public sealed interface FunctionAnswer {
  record Success(JsonNode payload) implements FunctionAnswer {}

  /// The function threw, or ran out of time.
  ///
  /// @param error the name that `ErrorEquals` sees: the exception's class name, `Sandbox.Timedout`…
  /// @param report what Lambda answers instead of a payload: `errorMessage`, `errorType`,
  ///   `stackTrace`; it becomes the `Cause`
  record Failure(String error, JsonNode report) implements FunctionAnswer {}
}
