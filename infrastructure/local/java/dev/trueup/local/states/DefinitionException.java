package dev.trueup.local.states;

/// A definition that this interpreter does not run, with the state and the field that are to blame.
public final class DefinitionException extends RuntimeException {
  DefinitionException(String where, String why) {
    super(where + ": " + why);
  }
}
