package dev.trueup.sandbox.shopify;

import dev.trueup.sandbox.SeedProduct;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// The name that tells which seed and which locations a journal belongs to.
final class SeedName {
  private SeedName() {}

  static String of(List<SeedProduct> seed, List<StoreLocation> locations) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(locations.toString().getBytes(StandardCharsets.UTF_8));
      for (SeedProduct product : seed) {
        digest.update(product.toString().getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
