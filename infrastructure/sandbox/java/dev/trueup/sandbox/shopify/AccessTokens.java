package dev.trueup.sandbox.shopify;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The tokens of one app: those of the client credentials grant live 24 hours, the static one for
/// ever.
final class AccessTokens {
  static final Duration LIFETIME = Duration.ofSeconds(86_399);

  private final String staticToken;
  private final InstantSource clock;
  private final Map<String, Instant> expiries = new HashMap<>();
  private Optional<String> grantRefusal = Optional.empty();
  private int issued;

  AccessTokens(String staticToken, InstantSource clock) {
    this.staticToken = staticToken;
    this.clock = clock;
  }

  synchronized String issue() {
    byte[] seed = ("token " + issued++).getBytes(StandardCharsets.UTF_8);
    String token = "shpat_" + UUID.nameUUIDFromBytes(seed).toString().replace("-", "");
    expiries.put(token, clock.instant().plus(LIFETIME));
    return token;
  }

  synchronized boolean accepts(String token) {
    Instant expiry = expiries.get(token);
    return token.equals(staticToken) || (expiry != null && clock.instant().isBefore(expiry));
  }

  /// Makes every issued token invalid at once, as reinstalling the app does.
  synchronized void expireAll() {
    expiries.clear();
  }

  /// The error code with which the grant is refused, such as `shop_not_permitted`.
  synchronized Optional<String> grantRefusal() {
    return grantRefusal;
  }

  synchronized void refuseGrants(Optional<String> code) {
    grantRefusal = code;
  }
}
