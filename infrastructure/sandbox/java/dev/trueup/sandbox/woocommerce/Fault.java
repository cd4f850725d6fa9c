package dev.trueup.sandbox.woocommerce;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// Something that goes wrong on purpose with requests to the API.
///
/// @param status of a `STATUS` fault; the body is then the HTML page of a web server or a host
/// @param every the first matching request and each n-th after it
/// @param times how often at most
/// @param afterEffect whether the request first has its effect, so that only its answer is lost
/// @param delay before the fault shows; a `HANG` lasts this long, then the connection is closed
/// @param method of the requests it can meet, empty for any
/// @param path a pattern found somewhere in their paths, empty for any
/// @param retryAfter the header of a `STATUS` fault, empty for none
public record Fault(
    Kind kind,
    int status,
    int every,
    int times,
    boolean afterEffect,
    Duration delay,
    String method,
    String path,
    String retryAfter) {

  /// What the client sees.
  public enum Kind {
    /// An error with an HTML page.
    STATUS,
    /// The connection closed without an answer.
    DROP,
    /// Nothing for a while, then the connection closed.
    HANG,
    /// 200, declared as JSON, and not JSON: a PHP warning before it.
    GARBAGE,
    /// 200 and an HTML page.
    HTML,
    /// Half of the answer, then the connection closed.
    TRUNCATE
  }

  public Fault {
    if (every < 1 || times < 1 || delay.isNegative()) {
      throw new IllegalArgumentException("every and times are at least 1, delay is not negative");
    }
    if (kind == Kind.STATUS && (status < 400 || status > 599)) {
      throw new IllegalArgumentException("the status of a fault is from 400 to 599");
    }
    Pattern.compile(path);
  }

  public static Fault of(Kind kind) {
    int status = kind == Kind.STATUS ? 503 : 200;
    return new Fault(kind, status, 1, Integer.MAX_VALUE, false, Duration.ZERO, "", "", "");
  }

  public static Fault status(int status) {
    Fault fault = of(Kind.STATUS);
    return new Fault(fault.kind, status, 1, fault.times, false, Duration.ZERO, "", "", "");
  }

  public Fault every(int n) {
    return new Fault(kind, status, n, times, afterEffect, delay, method, path, retryAfter);
  }

  public Fault times(int n) {
    return new Fault(kind, status, every, n, afterEffect, delay, method, path, retryAfter);
  }

  public Fault afterTheEffect() {
    return new Fault(kind, status, every, times, true, delay, method, path, retryAfter);
  }

  public Fault delay(Duration before) {
    return new Fault(kind, status, every, times, afterEffect, before, method, path, retryAfter);
  }

  public Fault on(String onlyMethod, String onlyPath) {
    return new Fault(
        kind, status, every, times, afterEffect, delay, onlyMethod, onlyPath, retryAfter);
  }

  public Fault retryAfter(String header) {
    return new Fault(kind, status, every, times, afterEffect, delay, method, path, header);
  }

  boolean meets(String requestMethod, String requestPath) {
    return (method.isEmpty() || method.equals(requestMethod))
        && Pattern.compile(path).matcher(requestPath).find();
  }

  Optional<String> header() {
    return retryAfter.isEmpty() ? Optional.empty() : Optional.of(retryAfter);
  }
}
