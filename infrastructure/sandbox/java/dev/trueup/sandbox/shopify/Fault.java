package dev.trueup.sandbox.shopify;

import java.time.Duration;
import java.util.regex.Pattern;

/// A way in which the API misbehaves.
///
/// @param status the HTTP status of [Kind#STATUS]
/// @param every 1 for each matching request, n for every n-th
/// @param times after how many occurrences it is over
/// @param afterEffect whether the request is executed before its answer is spoilt
/// @param delay how long the answer is held back before it is spoilt
/// @param operation which operations, by name; names that contain a match
public record Fault(
    Kind kind,
    int status,
    int every,
    int times,
    boolean afterEffect,
    Duration delay,
    Pattern operation) {

  /// How the answer is spoilt.
  public enum Kind {
    STATUS,
    /// The connection ends without an answer.
    DROP,
    /// Nothing for the length of the delay, then as [#DROP].
    HANG,
    /// Status 200 and something that is no JSON.
    GARBAGE,
    /// Status 200 and a page for people.
    HTML,
    /// The true answer, cut off in the middle.
    TRUNCATE,
    /// `THROTTLED`, whatever the bucket holds; never executed.
    THROTTLE,
    /// `INTERNAL_SERVER_ERROR` with status 200.
    INTERNAL,
    /// The true answer, only late.
    SLOW
  }

  public Fault {
    if (every < 1 || times < 1) {
      throw new IllegalArgumentException("a fault's every and times must be at least 1");
    }
    if (kind == Kind.STATUS && (status < 400 || status > 599)) {
      throw new IllegalArgumentException("a fault's status must be from 400 to 599: " + status);
    }
  }

  /// A fault of every operation, once, before the effect.
  public static Fault once(Kind kind) {
    return new Fault(kind, 503, 1, 1, false, Duration.ZERO, Pattern.compile(""));
  }

  public static Fault status(int status) {
    return new Fault(Kind.STATUS, status, 1, 1, false, Duration.ZERO, Pattern.compile(""));
  }

  public Fault onEvery(int nth) {
    return new Fault(kind, status, nth, times, afterEffect, delay, operation);
  }

  public Fault upTo(int occurrences) {
    return new Fault(kind, status, every, occurrences, afterEffect, delay, operation);
  }

  public Fault afterTheEffect() {
    return new Fault(kind, status, every, times, true, delay, operation);
  }

  public Fault after(Duration wait) {
    return new Fault(kind, status, every, times, afterEffect, wait, operation);
  }

  public Fault of(String operationNames) {
    Pattern pattern = Pattern.compile(operationNames);
    return new Fault(kind, status, every, times, afterEffect, delay, pattern);
  }
}
