package dev.trueup.local.states;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A definition that has been read and checked.
public final class StateMachine {
  private final Flow flow;
  private final @Nullable Duration timeout;

  StateMachine(Flow flow, @Nullable Duration timeout) {
    this.flow = flow;
    this.timeout = timeout;
  }

  /// Reads a definition in Amazon States Language with `"QueryLanguage": "JSONata"`.
  ///
  /// @param substitutions what to put for each `${Name}`, as SAM's `DefinitionSubstitutions`; each
  ///   must be used and none may be missing
  /// @throws DefinitionException if anything in it is not known here
  public static StateMachine parse(String definition, Map<String, String> substitutions) {
    return FlowParser.machine(Substitutions.apply(definition, substitutions));
  }

  Flow flow() {
    return flow;
  }

  Optional<Duration> timeout() {
    return Optional.ofNullable(timeout);
  }
}
