package dev.trueup.web;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/// Cookies as they are sent and read.
final class Cookies {
  static final String SESSION = "trueup-session";
  static final String REVIEW = "trueup-review";

  private Cookies() {}

  static Optional<String> read(Request request, String name) {
    return Stream.of(request.header("cookie").orElse("").split(";", -1))
        .map(String::strip)
        .filter(cookie -> cookie.startsWith(name + "="))
        .map(cookie -> cookie.substring(name.length() + 1))
        .findFirst();
  }

  /// Out of reach of scripts, and sent in the clear to this machine only. Lax: a link in a mail
  /// finds its reader signed in, a form of another site does not.
  static String write(Request request, String name, String value, String path, Duration length) {
    return "%s=%s; Path=%s; Max-Age=%d; HttpOnly; SameSite=Lax%s"
        .formatted(name, value, path, length.toSeconds(), loopback(request) ? "" : "; Secure");
  }

  private static boolean loopback(Request request) {
    String host = request.header("host").orElse("");
    return request.header("x-forwarded-proto").orElse("").equals("http")
        && host.matches("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d+)?");
  }
}
