package dev.trueup.plan;

import java.util.Locale;

/// What a plan would do about a match; one symbol from log to screen.
public enum Action {
  UPDATE('~', true),
  ZERO('0', true),
  UNPUBLISH('-', true),
  /// Shown only: the policy is to report.
  MISSING_IN_DESTINATION('>', false),
  /// Shown only: the policy is to report.
  MISSING_IN_SOURCE('<', false),
  /// Shown only: somebody named it, and it is as it should be.
  IN_SYNC('=', false),
  /// Shown only: nobody knows which is which.
  AMBIGUOUS('?', false),
  /// Shown only: it differs and cannot be written, for the reason given.
  REFUSED('!', false);

  private final char symbol;
  private final boolean writable;

  Action(char symbol, boolean writable) {
    this.symbol = symbol;
    this.writable = writable;
  }

  public char symbol() {
    return symbol;
  }

  /// Whether it can be approved.
  public boolean writable() {
    return writable;
  }

  /// The word of the API: `update`, `missing-in-source`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
