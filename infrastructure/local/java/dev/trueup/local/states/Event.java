package dev.trueup.local.states;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One thing that happened to an execution; a line of its journal. Applied in order to nothing, the
/// events give the execution as it is.
///
/// `scope` is the path of a flow that runs: empty for the machine's own states, `3.1.17` for the
/// iteration with index 17 of the first attempt of the Map state that was entered third, and so on
/// inward. `step` counts the states entered in a scope, `attempt` the tries of one step, both from
/// 1. Together they name a task attempt forever, and so its token.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Event.Started.class, name = "started"),
  @JsonSubTypes.Type(value = Event.Entered.class, name = "entered"),
  @JsonSubTypes.Type(value = Event.Attempted.class, name = "attempted"),
  @JsonSubTypes.Type(value = Event.Sent.class, name = "sent"),
  @JsonSubTypes.Type(value = Event.HeardFrom.class, name = "heardFrom"),
  @JsonSubTypes.Type(value = Event.RetryScheduled.class, name = "retryScheduled"),
  @JsonSubTypes.Type(value = Event.WaitScheduled.class, name = "waitScheduled"),
  @JsonSubTypes.Type(value = Event.Mapped.class, name = "mapped"),
  @JsonSubTypes.Type(value = Event.IterationStarted.class, name = "iterationStarted"),
  @JsonSubTypes.Type(value = Event.IterationEnded.class, name = "iterationEnded"),
  @JsonSubTypes.Type(value = Event.Ended.class, name = "ended"),
})
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface Event {
  record Started(String name, JsonNode input, long atMillis) implements Event {}

  /// A state is entered.
  ///
  /// @param assigned the variables that the state before it assigned
  record Entered(
      String scope,
      int step,
      String state,
      JsonNode input,
      Map<String, JsonNode> assigned,
      long atMillis)
      implements Event {}

  /// A task attempt begins.
  ///
  /// @param heartbeatMillis how long it may be silent, or null
  record Attempted(
      String scope,
      int step,
      int attempt,
      JsonNode arguments,
      @Nullable Long timeoutAtMillis,
      @Nullable Long heartbeatMillis,
      long atMillis)
      implements Event {}

  /// The task's message, with its token, has gone out.
  record Sent(String scope, int step, int attempt) implements Event {}

  record HeardFrom(String scope, int step, int attempt, long atMillis) implements Event {}

  /// An attempt failed, and there will be another one.
  ///
  /// @param retrier the index of the retrier that allowed it
  record RetryScheduled(String scope, int step, int retrier, String error, long untilMillis)
      implements Event {}

  record WaitScheduled(String scope, int step, long untilMillis) implements Event {}

  record Mapped(String scope, int step, int attempt, List<JsonNode> items, int concurrency)
      implements Event {}

  /// An item of a Map state is on its way.
  ///
  /// @param scope the one of the Map state
  record IterationStarted(String scope, int step, int index, JsonNode input, long atMillis)
      implements Event {}

  /// An item of a Map state is done.
  ///
  /// @param scope the one of the Map state
  record IterationEnded(String scope, int step, int index, JsonNode output) implements Event {}

  record Ended(
      String status,
      @Nullable JsonNode output,
      @Nullable String error,
      @Nullable String cause,
      long atMillis)
      implements Event {}
}
