package dev.trueup.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signed cookies: who signed in, until when. Nothing is kept here. What a person may do is looked
/// up with every request, so that a key taken away ends its sessions.
final class Session {
  static final Duration LENGTH = Duration.ofHours(8);

  private static final String HMAC = "HmacSHA256";
  private static final int RANDOM_BYTES = 16;

  private final Access access;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final byte[] secret;

  /// @param secret what the signatures are made with; whoever has it can sign in as anybody
  Session(Access access, String secret, InstantSource clock, RandomGenerator random) {
    this.access = access;
    this.clock = clock;
    this.random = random;
    this.secret = AccessKey.hash("trueup session\n" + secret);
  }

  /// The cookie's value: key id, expiry, something random, signature.
  String start(AccessKey key) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    String content =
        "%s.%d.%s"
            .formatted(key.id(), clock.instant().plus(LENGTH).getEpochSecond(), encoded(bytes));
    return content + "." + sign("session", content);
  }

  /// Who a cookie stands for; empty when it is forged, over, or its key was taken away.
  Optional<Visitor> visitor(String cookie) {
    int last = cookie.lastIndexOf('.');
    String[] parts = cookie.split("\\.", -1);
    if (parts.length != 4 || !same(sign("session", cookie.substring(0, last)), parts[3])) {
      return Optional.empty();
    }
    return Instant.ofEpochSecond(Long.parseLong(parts[1])).isAfter(clock.instant())
        ? access
            .withId(parts[0])
            .map(key -> new Visitor(key.name(), key.role(), token(cookie), false))
        : Optional.empty();
  }

  /// What every form carries, so that no other site can send one.
  String token(String cookie) {
    return sign("form", cookie);
  }

  static boolean same(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
  }

  private String sign(String purpose, String content) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret, HMAC));
      return encoded(mac.doFinal((purpose + "\n" + content).getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
