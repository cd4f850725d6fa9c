package dev.trueup.store.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @Test
  void understandsSeconds() {
    assertThat(in("7")).contains(Duration.ofSeconds(7));
  }

  @Test
  void understandsADate() {
    assertThat(in("Sun, 22 Nov 2026 10:00:30 GMT")).contains(Duration.ofSeconds(30));
  }

  @Test
  void doesNotWaitForTheBygone() {
    assertThat(in("Sun, 22 Nov 2026 09:00:00 GMT")).contains(Duration.ZERO);
  }

  @Test
  void ignoresWhatItDoesNotUnderstand() {
    assertThat(in("soon")).isEmpty();
    assertThat(RetryAfter.in(HttpHeaders.of(Map.of(), (_, _) -> true), NOW)).isEmpty();
  }

  private static Optional<Duration> in(String value) {
    return RetryAfter.in(
        HttpHeaders.of(Map.of("Retry-After", List.of(value)), (_, _) -> true), NOW);
  }
}
