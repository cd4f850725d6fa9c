package dev.trueup.run;

/// What the ledger keeps of a link that opens the review of one run without a key. The nonce itself
/// is in the link alone.
///
/// @param sha256 of the nonce, 64 hexadecimal digits
/// @param digest of the plan the link was made for
public record ReviewLink(String sha256, String digest) {
  public ReviewLink {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("a review link keeps the SHA-256 of its nonce");
    }
  }
}
