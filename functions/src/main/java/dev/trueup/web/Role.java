package dev.trueup.web;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What the holder of an access key may do; each role may do what the ones before it may.
public enum Role {
  VIEWER,
  OPERATOR,
  APPROVER;

  boolean may(Role needed) {
    return compareTo(needed) >= 0;
  }

  /// The word in the secret that holds the keys.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> of(String code) {
    return Stream.of(values()).filter(role -> role.code().equals(code)).findFirst();
  }
}
