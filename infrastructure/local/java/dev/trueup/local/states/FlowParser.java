package dev.trueup.local.states;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Reads a machine or the inside of a Map state, and checks that every state can be reached.
final class FlowParser {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Set<String> stateNames = new HashSet<>();

  static StateMachine machine(String definition) {
    Fields fields = new Fields("the definition", read(definition));
    String language = fields.text("QueryLanguage");
    if (!language.equals("JSONata")) {
      throw new DefinitionException(fields.at("QueryLanguage"), "must be JSONata");
    }
    fields.take("Comment");
    fields.take("Version");
    long timeout = fields.whole("TimeoutSeconds", 0, 1);
    Flow flow = new FlowParser().flow(fields, Set.of());
    fields.refuseRest();
    return new StateMachine(flow, timeout == 0 ? null : Duration.ofSeconds(timeout));
  }

  private static JsonNode read(String definition) {
    try {
      return JSON.readTree(definition);
    } catch (JsonProcessingException e) {
      throw new DefinitionException("the definition", "is not JSON: " + e.getMessage());
    }
  }

  /// @param taken the variables of the flows around this one, which its states must not assign
  Flow flow(Fields fields, Set<String> taken) {
    String startAt = fields.text("StartAt");
    JsonNode states = fields.require("States");
    Set<String> assigned = VariableNames.assignedIn(states);
    VariableNames.check(fields.at("States"), assigned, taken);
    assigned.addAll(taken);
    Map<String, State> parsed = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> state : states.properties()) {
      if (!stateNames.add(state.getKey())) {
        throw new DefinitionException("state '" + state.getKey() + "'", "there are two of it");
      }
      parsed.put(
          state.getKey(),
          new StateParser(this, state.getKey(), state.getValue(), assigned).state());
    }
    checkReachable(fields.at("StartAt"), startAt, parsed);
    return new Flow(startAt, parsed);
  }

  private static void checkReachable(String where, String startAt, Map<String, State> states) {
    Set<String> reached = new HashSet<>(Set.of(startAt));
    Deque<String> open = new ArrayDeque<>(reached);
    String from = where;
    while (!open.isEmpty()) {
      State state = states.get(open.peek());
      if (state == null) {
        throw new DefinitionException(from, "leads to '" + open.peek() + "', which is no state");
      }
      open.pop();
      from = "state '" + state.name() + "' or one beside it";
      state.targets().stream().filter(reached::add).forEach(open::push);
    }
    for (String name : states.keySet()) {
      if (!reached.contains(name)) {
        throw new DefinitionException("state '" + name + "'", "no state leads to it");
      }
    }
  }
}
