package dev.trueup.local.states;

import com.fasterxml.jackson.databind.JsonNode;

/// The functions a workflow can invoke.
@FunctionalInterface
public interface Functions {
  /// Invokes a function and waits for its answer. Never throws what the function threw.
  ///
  /// @param functionName a name or an ARN, as the definition has it
  FunctionAnswer invoke(String functionName, JsonNode payload);
}
