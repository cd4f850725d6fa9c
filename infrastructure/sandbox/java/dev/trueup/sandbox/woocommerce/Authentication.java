package dev.trueup.sandbox.woocommerce;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who may do what, with consumer keys by Basic authentication or as query parameters. Both are
/// refused by a real shop over plain http; this server stands in for one behind https.
final class Authentication {
  /// What a key of the shop may do.
  enum Access {
    READ,
    WRITE,
    READ_WRITE
  }

  record Key(String secret, Access access) {}

  static final Set<String> PARAMETERS = Set.of("consumer_key", "consumer_secret");

  private static final Set<String> READING = Set.of("GET", "HEAD");

  private record Credentials(String key, String secret) {}

  private final Map<String, Key> keys;

  Authentication(Map<String, Key> keys) {
    this.keys = Map.copyOf(keys);
  }

  /// Whether the caller is known. An unknown key is nobody, like no key at all; a known one with a
  /// wrong secret, or without the permission, is refused at once.
  boolean isKnown(ApiRequest request) {
    Optional<Credentials> given = given(request);
    Key key = given.map(Credentials::key).map(keys::get).orElse(null);
    if (key == null) {
      return false;
    }
    if (!key.secret.equals(given.orElseThrow().secret)) {
      throw refused("Consumer secret is invalid.");
    }
    boolean reading = READING.contains(request.method());
    if (reading && key.access == Access.WRITE) {
      throw refused("The API key provided does not have read permissions.");
    }
    if (!reading && key.access == Access.READ) {
      throw refused("The API key provided does not have write permissions.");
    }
    return true;
  }

  private static Optional<Credentials> given(ApiRequest request) {
    Parameters parameters = request.parameters();
    if (parameters.has("consumer_key")) {
      return Optional.of(
          new Credentials(
              parameters.text("consumer_key", ""), parameters.text("consumer_secret", "")));
    }
    return request.header("Authorization").flatMap(Authentication::basic);
  }

  private static Optional<Credentials> basic(String header) {
    if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
      return Optional.empty();
    }
    try {
      byte[] pair = Base64.getDecoder().decode(header.substring(6).strip());
      String[] parts = new String(pair, StandardCharsets.UTF_8).split(":", 2);
      return Optional.of(new Credentials(parts[0], parts.length == 2 ? parts[1] : ""));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Refusal refused(String message) {
    return new Refusal(401, "woocommerce_rest_authentication_error", message);
  }
}
