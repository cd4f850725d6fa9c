package dev.trueup.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A key that somebody holds.
///
/// @param name who holds it, as it is shown in runs and decisions
/// @param sha256 of the key, 64 hexadecimal digits: the key itself is kept nowhere
public record AccessKey(String name, Role role, String sha256) {
  public AccessKey {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an access key needs a name");
    }
    if (!sha256.matches("[0-9a-fA-F]{64}")) {
      throw new IllegalArgumentException(
          "the access key '" + name + "' needs the SHA-256 of the key, 64 hexadecimal digits");
    }
  }

  /// The entry of a key.
  public static AccessKey of(String name, Role role, String key) {
    return new AccessKey(name, role, HexFormat.of().formatHex(hash(key)));
  }

  /// What a session remembers of it: tells the keys of a deployment apart, opens nothing.
  String id() {
    return HexFormat.of().formatHex(hash(name + "\n" + role.code() + "\n" + sha256), 0, 12);
  }

  /// Takes the same time for every key of a length.
  boolean fits(byte[] hash) {
    return MessageDigest.isEqual(HexFormat.of().parseHex(sha256), hash);
  }

  static byte[] hash(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
