package dev.trueup.store.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trueup.store.StoreException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The token that opens the store: a static one, or one by the client credentials grant, which
/// lives 24 hours and has no refresh token (shopify.dev, "Client credentials grant"). Any number of
/// threads that need a new one cause a single request.
final class ShopifyToken {
  private static final Duration RENEW_BEFORE_EXPIRY = Duration.ofMinutes(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Granted(String token, Instant renewAt) {}

  private final ShopifySettings settings;
  private final ShopifyHttp http;
  private final ShopifyErrors errors;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Granted granted;

  ShopifyToken(
      ShopifySettings settings, ShopifyHttp http, ShopifyErrors errors, InstantSource clock) {
    this.settings = settings;
    this.http = http;
    this.errors = errors;
    this.clock = clock;
  }

  /// Whether another token can be had when this one is refused.
  boolean renewable() {
    return settings.accessToken() == null;
  }

  /// @throws StoreException when the store grants none
  String current() throws InterruptedException {
    return settings.accessToken() != null ? settings.accessToken() : newerThan("");
  }

  /// Throws this token away, unless another thread has done so.
  ///
  /// @throws StoreException when the store grants no other
  void renew(String refused) throws InterruptedException {
    newerThan(refused);
  }

  private String newerThan(String refused) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      Granted known = granted;
      if (known == null
          || known.token().equals(refused)
          || !clock.instant().isBefore(known.renewAt())) {
        known = grant();
        granted = known;
      }
      return known.token();
    } finally {
      lock.unlock();
    }
  }

  private Granted grant() throws InterruptedException {
    var request =
        HttpRequest.newBuilder(settings.at("/admin/oauth/access_token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json");
    return switch (http.post(request, form())) {
      case ShopifyHttp.Received reply -> read(reply);
      case ShopifyHttp.NoReply(StoreException problem, _) -> throw problem;
    };
  }

  private String form() {
    return Map.of(
            "grant_type", "client_credentials",
            "client_id", String.valueOf(settings.clientId()),
            "client_secret", String.valueOf(settings.clientSecret()))
        .entrySet()
        .stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private Granted read(ShopifyHttp.Received reply) {
    if (reply.status() != 200) {
      throw errors.grant(reply);
    }
    try {
      JsonNode answer = JSON.readTree(reply.body());
      String token = answer.path("access_token").asText();
      if (token.isEmpty()) {
        throw errors.grant(reply);
      }
      return new Granted(token, renewAt(answer.path("expires_in").asLong()));
    } catch (JsonProcessingException _) {
      throw errors.grant(reply);
    }
  }

  /// Well before it expires; a short-lived one at half of its life.
  private Instant renewAt(long expiresInSeconds) {
    var life = Duration.ofSeconds(expiresInSeconds);
    Duration early = life.minus(RENEW_BEFORE_EXPIRY);
    Duration half = life.dividedBy(2);
    return clock.instant().plus(early.compareTo(half) > 0 ? early : half);
  }
}
