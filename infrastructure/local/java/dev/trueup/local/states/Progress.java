package dev.trueup.local.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far the state that a scope is at has come.
sealed interface Progress {
  /// When time alone moves it on.
  default Optional<Instant> deadline() {
    return Optional.empty();
  }

  /// Entered; nothing done.
  record Fresh() implements Progress {}

  /// A task attempt.
  ///
  /// @param heardAt when its worker was last heard from, or when it began
  /// @param sent whether the message that carries its token has gone out
  record Attempt(
      int number,
      JsonNode arguments,
      @Nullable Instant timeoutAt,
      @Nullable Duration heartbeat,
      Instant heardAt,
      boolean sent)
      implements Progress {
    @Override
    public Optional<Instant> deadline() {
      Instant silent = heartbeat == null ? Instant.MAX : heardAt.plus(heartbeat);
      Instant late = timeoutAt == null ? Instant.MAX : timeoutAt;
      Instant first = silent.isBefore(late) ? silent : late;
      return first.equals(Instant.MAX) ? Optional.empty() : Optional.of(first);
    }

    boolean isLate(Instant now) {
      return timeoutAt != null && !now.isBefore(timeoutAt);
    }
  }

  record BackingOff(Instant until) implements Progress {
    @Override
    public Optional<Instant> deadline() {
      return Optional.of(until);
    }
  }

  record Waiting(Instant until) implements Progress {
    @Override
    public Optional<Instant> deadline() {
      return Optional.of(until);
    }
  }

  /// A Map state's iterations; they start in the order of the items.
  final class Iterating implements Progress {
    private final int attempt;
    private final List<JsonNode> items;
    private final int concurrency;
    private final @Nullable JsonNode[] results;
    private int started;
    private int ended;

    Iterating(int attempt, List<JsonNode> items, int concurrency) {
      this.attempt = attempt;
      this.items = List.copyOf(items);
      this.concurrency = concurrency;
      this.results = new JsonNode[items.size()];
    }

    void start() {
      started++;
    }

    void end(int index, JsonNode output) {
      results[index] = output;
      ended++;
    }

    boolean mayStart() {
      return started < items.size() && started - ended < concurrency;
    }

    boolean isDone() {
      return ended == items.size();
    }

    /// The index of the item that comes next.
    int next() {
      return started;
    }

    JsonNode item(int index) {
      return items.get(index);
    }

    /// All results in the order of the items, once it is done.
    ArrayNode result() {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      for (JsonNode result : results) {
        array.add(result);
      }
      return array;
    }

    int attempt() {
      return attempt;
    }
  }
}
