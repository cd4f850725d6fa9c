package dev.trueup.local.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/// The variables that the states of one flow assign; an inner flow must not assign an outer one's.
final class VariableNames {
  private VariableNames() {}

  /// Names in every `Assign` of these states, those of inner flows left out.
  static Set<String> assignedIn(JsonNode states) {
    Set<String> names = new HashSet<>();
    states.forEach(state -> {
      add(names, state);
      state.path("Choices").forEach(rule -> add(names, rule));
      state.path("Catch").forEach(catcher -> add(names, catcher));
    });
    return names;
  }

  private static void add(Set<String> names, JsonNode holder) {
    holder.path("Assign").fieldNames().forEachRemaining(names::add);
  }

  static void check(String where, Set<String> names, Set<String> taken) {
    for (String name : names) {
      if (name.equals("states")) {
        throw new DefinitionException(where, "the variable 'states' is reserved");
      }
      if (!isIdentifier(name)) {
        throw new DefinitionException(where, "'" + name + "' is not a name for a variable");
      }
      if (taken.contains(name)) {
        throw new DefinitionException(where, "'" + name + "' is already a variable outside");
      }
    }
  }

  private static boolean isIdentifier(String name) {
    return !name.isEmpty()
        && name.length() <= 80
        && Character.isUnicodeIdentifierStart(name.codePointAt(0))
        && name.codePoints().allMatch(Character::isUnicodeIdentifierPart);
  }
}
