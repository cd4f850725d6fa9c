package dev.trueup.web;

/// How a deployment's pages are set.
///
/// @param secret what sessions are signed with
/// @param publicUrl the address people know the pages by; empty for the one a request came to
public record SiteSettings(String secret, String publicUrl) {
  public SiteSettings {
    if (secret.isBlank()) {
      throw new IllegalArgumentException("sessions need a secret to be signed with");
    }
  }
}
