package dev.trueup.function;

import dev.trueup.web.SiteSettings;
import java.util.List;
import java.util.stream.Collectors;

/// What the pages are configured with: `TRUEUP_PUBLIC_URL`, and what sessions are signed with.
final class SiteSecrets {
  /// Whoever reads all of this can do anything anyway, and sessions end when one of them is
  /// changed.
  private static final List<String> SIGNED_WITH =
      List.of(
          "TRUEUP_ACCESS_KEYS",
          "WOOCOMMERCE_SECRET",
          "SHOPIFY_CLIENT_SECRET",
          "SHOPIFY_ACCESS_TOKEN");

  private SiteSecrets() {}

  static SiteSettings of(Settings settings) {
    return new SiteSettings(
        SIGNED_WITH.stream()
            .map(name -> settings.find(name).orElse(""))
            .collect(Collectors.joining("\n")),
        settings.find("TRUEUP_PUBLIC_URL").orElse(""));
  }
}
