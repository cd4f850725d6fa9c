package dev.trueup.web;

import dev.trueup.plan.Action;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Kinds of lines that a table shows apart.
enum Tab {
  CHANGES("To change"),
  SELECTED("Approved"),
  PROBLEMS("Problems"),
  DONE("Done"),
  LEFT_OUT("Left out"),
  MISSING_IN_DESTINATION("Missing in %2$s"),
  MISSING_IN_SOURCE("Missing in %1$s"),
  AMBIGUOUS("Ambiguous"),
  REFUSED("Cannot be written");

  private final String label;

  Tab(String label) {
    this.label = label;
  }

  /// @param source the name of the platform that is right
  String label(String source, String destination) {
    return label.formatted(source, destination);
  }

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Tab> of(String code) {
    return Stream.of(values()).filter(tab -> tab.code().equals(code)).findFirst();
  }

  /// Whether its lines can be chosen from.
  boolean writable() {
    return compareTo(LEFT_OUT) <= 0;
  }

  boolean takes(Line line) {
    return switch (this) {
      case CHANGES -> line.change().action().writable();
      case SELECTED -> line.decision().equals(Line.SELECTED);
      case PROBLEMS -> line.decision().equals(Line.SELECTED) && !line.error().isEmpty();
      case DONE -> line.done() && line.error().isEmpty();
      case LEFT_OUT -> line.decision().equals(Line.LEFT_OUT);
      case MISSING_IN_DESTINATION -> line.change().action() == Action.MISSING_IN_DESTINATION;
      case MISSING_IN_SOURCE -> line.change().action() == Action.MISSING_IN_SOURCE;
      case AMBIGUOUS -> line.change().action() == Action.AMBIGUOUS;
      case REFUSED -> line.change().action() == Action.REFUSED;
    };
  }
}
