package dev.trueup.store.shopify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// Names a request by its content, as a UUID of version 5 (RFC 9562): sent again after a lost
/// answer it has the same key, without a bad row another.
final class IdempotencyKey {
  private static final UUID NAMESPACE = UUID.fromString("6f0d8bd0-7f0b-4f4c-9a50-3f1f5a2b7c11");

  private IdempotencyKey() {}

  /// @param key of the caller
  /// @param content everything the request says
  static String of(String key, String content) {
    byte[] name = (key.length() + ":" + key + content).getBytes(StandardCharsets.UTF_8);
    ByteBuffer hash = ByteBuffer.wrap(sha1(name));
    long high = (hash.getLong() & ~0xF000L) | 0x5000L;
    long low = (hash.getLong() & ~(0xC000L << 48)) | (0x8000L << 48);
    return new UUID(high, low).toString();
  }

  private static byte[] sha1(byte[] name) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      digest.update(
          ByteBuffer.allocate(2 * Long.BYTES)
              .putLong(NAMESPACE.getMostSignificantBits())
              .putLong(NAMESPACE.getLeastSignificantBits())
              .flip());
      return digest.digest(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}
