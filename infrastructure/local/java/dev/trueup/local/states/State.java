package dev.trueup.local.states;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One state of a definition. `next` is null where the state ends its flow.
sealed interface State {
  String name();

  /// The names of the states that may follow.
  List<String> targets();

  record Pass(String name, Shape shape, @Nullable String next) implements State {
    @Override
    public List<String> targets() {
      return only(next);
    }
  }

  record Task(
      String name,
      Service service,
      Template arguments,
      @Nullable Template timeoutSeconds,
      @Nullable Template heartbeatSeconds,
      Recovery recovery,
      Shape shape,
      @Nullable String next)
      implements State {
    @Override
    public List<String> targets() {
      return recovery.targets(next);
    }
  }

  record Choice(String name, List<Rule> rules, @Nullable String otherwise, Shape shape)
      implements State {
    public Choice {
      rules = List.copyOf(rules);
    }

    @Override
    public List<String> targets() {
      return java.util.stream.Stream.concat(
              rules.stream().map(Rule::next), only(otherwise).stream())
          .toList();
    }
  }

  record Rule(Template condition, Shape shape, String next) {}

  /// Exactly one of `seconds` and `timestamp` is there.
  record Wait(
      String name,
      @Nullable Template seconds,
      @Nullable Template timestamp,
      Shape shape,
      @Nullable String next)
      implements State {
    @Override
    public List<String> targets() {
      return only(next);
    }
  }

  /// The Map state.
  ///
  /// @param distributed iterations are executions of their own: they see neither outer variables
  ///   nor `$states.context.Map`
  record ForEach(
      String name,
      @Nullable Template items,
      @Nullable Template itemSelector,
      Template maxConcurrency,
      boolean distributed,
      Flow processor,
      Recovery recovery,
      Shape shape,
      @Nullable String next)
      implements State {
    @Override
    public List<String> targets() {
      return recovery.targets(next);
    }
  }

  record Succeed(String name, Shape shape) implements State {
    @Override
    public List<String> targets() {
      return List.of();
    }
  }

  record Fail(String name, @Nullable Template error, @Nullable Template cause) implements State {
    @Override
    public List<String> targets() {
      return List.of();
    }
  }

  /// What a state makes of its input or result.
  record Shape(@Nullable Template output, Map<String, Template> assign) {
    static final Shape PLAIN = new Shape(null, Map.of());

    public Shape {
      assign = Map.copyOf(assign);
    }
  }

  record Retrier(
      ErrorNames errors,
      Duration interval,
      int maxAttempts,
      double backoffRate,
      @Nullable Duration maxDelay,
      boolean fullJitter) {
    /// The wait before retry number `retry`, counted from 0, without jitter.
    Duration delay(int retry) {
      double seconds = interval.toSeconds() * Math.pow(backoffRate, retry);
      Duration delay = Duration.ofMillis((long) Math.min(seconds * 1000, Long.MAX_VALUE / 4.0));
      return maxDelay == null || delay.compareTo(maxDelay) < 0 ? delay : maxDelay;
    }
  }

  record Catcher(ErrorNames errors, Shape shape, String next) {}

  record Recovery(List<Retrier> retriers, List<Catcher> catchers) {
    static final Recovery NONE = new Recovery(List.of(), List.of());

    public Recovery {
      retriers = List.copyOf(retriers);
      catchers = List.copyOf(catchers);
    }

    private List<String> targets(@Nullable String next) {
      return java.util.stream.Stream.concat(
              only(next).stream(), catchers.stream().map(Catcher::next))
          .toList();
    }
  }

  private static List<String> only(@Nullable String next) {
    return next == null ? List.of() : List.of(next);
  }
}
