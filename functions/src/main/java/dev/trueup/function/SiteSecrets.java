package dev.trueup.function;

import dev.trueup.web.SiteSettings;
import java.util.List;
import java.util.stream.Collectors;

/// What the pages are configured with: `TRUEUP_SESSION_SECRET` and `TRUEUP_PUBLIC_URL`.
final class SiteSecrets {
  /// What sessions are signed with where nothing is set for it: whoever reads all of this can do
  /// anything anyway, and a session ends when one of them is changed.
  private static final List<String> OTHERWISE =
      List.of(
          "TRUEUP_ACCESS_KEYS",
          "WOOCOMMERCE_SECRET",
          "SHOPIFY_CLIENT_SECRET",
          "SHOPIFY_ACCESS_TOKEN");

  private SiteSecrets() {}

  static SiteSettings of(Settings settings) {
    return new SiteSettings(
        settings
            .find("TRUEUP_SESSION_SECRET")
            .orElseGet(() ->
                OTHERWISE.stream()
                    .map(name -> settings.find(name).orElse(""))
                    .collect(Collectors.joining("\n"))),
        settings.find("TRUEUP_PUBLIC_URL").orElse(""));
  }
}
