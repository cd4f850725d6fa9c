package dev.trueup.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// The SHA-256 of a plan's canonical form: what an approval is bound to.
public final class Digest {
  private Digest() {}

  /// The digest of some changes.
  ///
  /// @param head what the changes are about: run, stores, resource and policies in one spelling
  /// @return 64 hexadecimal digits
  public static String of(String head, List<Change> changes) {
    MessageDigest sha256 = sha256();
    sha256.update(("trueup plan 1\n" + head + "\n").getBytes(UTF_8));
    changes.forEach(change -> sha256.update(change.canonical().getBytes(UTF_8)));
    return HexFormat.of().formatHex(sha256.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
