package dev.trueup.web;

import java.time.Instant;
import java.util.List;

/// What was sent to people, where nothing leaves the machine.
@FunctionalInterface
public interface Outbox {
  /// Newest first.
  List<Letter> letters();

  /// @param link where it leads; empty for nowhere
  record Letter(Instant at, String subject, String text, String link) {}
}
