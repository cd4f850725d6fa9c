package dev.trueup.template;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The workflow's definition.
record StateMachine(String text) {
  private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{(\\w+)}");

  static StateMachine sync() {
    try {
      return new StateMachine(Files.readString(Path.of("statemachine/sync.asl.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What it wants from the template, `${…}`.
  Set<String> substitutions() {
    return SUBSTITUTION
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(toCollection(TreeSet::new));
  }

  /// Every state by name, those within a map included.
  Map<String, JsonNode> states() {
    var states = new LinkedHashMap<String, JsonNode>();
    for (JsonNode some : json().findValues("States")) {
      collect(some, states);
    }
    return states;
  }

  private static void collect(JsonNode some, Map<String, JsonNode> states) {
    for (var state : some.properties()) {
      states.put(state.getKey(), state.getValue());
      state.getValue().findValues("States").forEach(inner -> collect(inner, states));
    }
  }

  /// Every name of an error that something is done about.
  Set<String> errors() {
    var errors = new TreeSet<String>();
    json()
        .findValues("ErrorEquals")
        .forEach(names -> names.forEach(name -> errors.add(name.asText())));
    return errors;
  }

  private JsonNode json() {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
