package dev.trueup.local.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads `Retry` and `Catch`.
final class RecoveryParser {
  private final Fields state;

  RecoveryParser(Fields state) {
    this.state = state;
  }

  State.Recovery recovery() {
    List<State.Retrier> retriers = new ArrayList<>();
    List<JsonNode> retry = list("Retry");
    for (int i = 0; i < retry.size(); i++) {
      retriers.add(retrier(new Fields(state.at("Retry"), retry.get(i)), i == retry.size() - 1));
    }
    List<State.Catcher> catchers = new ArrayList<>();
    List<JsonNode> caught = list("Catch");
    for (int i = 0; i < caught.size(); i++) {
      catchers.add(catcher(new Fields(state.at("Catch"), caught.get(i)), i == caught.size() - 1));
    }
    return new State.Recovery(retriers, catchers);
  }

  private List<JsonNode> list(String field) {
    JsonNode value = state.take(field).orElse(null);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray()) {
      throw new DefinitionException(state.at(field), "must be a list");
    }
    return value.valueStream().toList();
  }

  private State.Retrier retrier(Fields fields, boolean last) {
    fields.take("Comment");
    ErrorNames errors = errors(fields, last);
    Duration interval = Duration.ofSeconds(fields.whole("IntervalSeconds", 1, 1));
    int attempts = (int) fields.whole("MaxAttempts", 3, 0);
    long maxDelay = fields.whole("MaxDelaySeconds", 0, 1);
    State.Retrier retrier =
        new State.Retrier(
            errors,
            interval,
            attempts,
            backoffRate(fields),
            maxDelay == 0 ? null : Duration.ofSeconds(maxDelay),
            fullJitter(fields, fields.textOrNull("JitterStrategy")));
    fields.refuseRest();
    return retrier;
  }

  private static double backoffRate(Fields fields) {
    JsonNode rate = fields.take("BackoffRate").orElse(null);
    if (rate == null) {
      return 2.0;
    }
    if (!rate.isNumber() || rate.doubleValue() < 1.0) {
      throw new DefinitionException(fields.at("BackoffRate"), "must be a number from 1.0");
    }
    return rate.doubleValue();
  }

  private static boolean fullJitter(Fields fields, @Nullable String strategy) {
    if (strategy != null && !strategy.equals("FULL") && !strategy.equals("NONE")) {
      throw new DefinitionException(fields.at("JitterStrategy"), "must be FULL or NONE");
    }
    return "FULL".equals(strategy);
  }

  private State.Catcher catcher(Fields fields, boolean last) {
    fields.take("Comment");
    State.Catcher catcher =
        new State.Catcher(
            errors(fields, last),
            StateParser.shape(fields, Template.Sees.ERROR),
            fields.text("Next"));
    fields.refuseRest();
    return catcher;
  }

  /// `States.ALL` stands alone, and last.
  private static ErrorNames errors(Fields fields, boolean last) {
    Set<String> names = new HashSet<>();
    fields.require("ErrorEquals").forEach(name -> names.add(name.asText()));
    if (names.isEmpty()) {
      throw new DefinitionException(fields.at("ErrorEquals"), "must name an error");
    }
    if (names.contains(ErrorNames.ALL) && (names.size() > 1 || !last)) {
      throw new DefinitionException(
          fields.at("ErrorEquals"), "States.ALL must be alone and in the last entry");
    }
    return new ErrorNames(names);
  }
}
