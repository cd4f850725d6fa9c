package dev.trueup.store;

import dev.trueup.catalog.Platform;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A store did not do what was asked. The message is a sentence for a person: it names the store,
/// what it said, the setting to change, and the store's request id where there is one; it never
/// holds a secret.
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public enum Kind {
    /// The credentials are not accepted.
    UNAUTHORIZED(false),
    /// The credentials are accepted and may not do this.
    FORBIDDEN(false),
    /// The store asks to slow down, longer than there is time for.
    THROTTLED(true),
    /// No answer, or one that says the store is not well.
    UNAVAILABLE(true),
    /// The store understood and refuses.
    REJECTED(false),
    /// It moved since it was read.
    CONFLICT(false),
    NOT_FOUND(false);

    private final boolean retryable;

    Kind(boolean retryable) {
      this.retryable = retryable;
    }
  }

  private final Platform platform;
  private final Kind kind;
  private final @Nullable Duration retryAfter;

  public StoreException(Platform platform, Kind kind, String message) {
    this(platform, kind, message, null, null);
  }

  /// @param retryAfter how long the store asks to wait, or null when it does not say
  public StoreException(
      Platform platform,
      Kind kind,
      String message,
      @Nullable Duration retryAfter,
      @Nullable Throwable cause) {
    super(message, cause);
    this.platform = platform;
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  /// What happened and what to do about it.
  public String sentence() {
    return Objects.requireNonNull(getMessage());
  }

  public Platform platform() {
    return platform;
  }

  public Kind kind() {
    return kind;
  }

  /// Whether the same request may succeed later.
  public boolean retryable() {
    return kind.retryable;
  }

  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
