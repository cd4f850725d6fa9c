package dev.trueup.run;

import org.jspecify.annotations.Nullable;

/// What was asked for is not done, and nothing was changed. The message is a sentence for a person:
/// what is in the way, and what to do about it.
public final class RefusalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public enum Kind {
    /// The request can never be carried out as it is.
    INVALID,
    /// The state of the run is in the way.
    CONFLICT,
    /// Something this depends on does not answer; the same request may succeed later.
    UNAVAILABLE
  }

  private final Kind kind;
  private final String field;

  private RefusalException(Kind kind, String field, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.field = field;
  }

  /// @param field the part of the request that is wrong
  static RefusalException invalid(String field, String message) {
    return new RefusalException(Kind.INVALID, field, message, null);
  }

  static RefusalException conflict(String message) {
    return new RefusalException(Kind.CONFLICT, "", message, null);
  }

  static RefusalException unavailable(String message, Throwable cause) {
    return new RefusalException(Kind.UNAVAILABLE, "", message, cause);
  }

  public Kind kind() {
    return kind;
  }

  /// The part of the request that is wrong; empty when it is not about one.
  public String field() {
    return field;
  }
}
