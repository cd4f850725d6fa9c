package dev.trueup.store.woocommerce;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// How long an answer asks to wait: seconds or an HTTP date (RFC 9110, 10.2.3).
final class RetryAfter {
  private RetryAfter() {}

  static Optional<Duration> in(HttpHeaders headers, Instant now) {
    return headers.firstValue("retry-after").flatMap(text -> of(text.strip(), now));
  }

  private static Optional<Duration> of(String text, Instant now) {
    if (text.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
