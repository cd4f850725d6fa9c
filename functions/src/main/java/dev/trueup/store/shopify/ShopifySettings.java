package dev.trueup.store.shopify;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How to reach a Shopify store. A static access token goes before client id and secret when both
/// are given.
///
/// @param shop `my-shop` or `my-shop.myshopify.com`
/// @param url replaces `https://{shop}`, for a proxy or a simulation; or null
/// @param clientId of an app in the merchant's own organisation, or null
/// @param accessToken a static admin token, or null
public record ShopifySettings(
    String shop,
    @Nullable URI url,
    @Nullable String clientId,
    @Nullable String clientSecret,
    @Nullable String accessToken) {
  private static final String DOMAIN = ".myshopify.com";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");
  private static final Pattern TOKEN = Pattern.compile("shp[a-z]{2}_\\w+");

  public ShopifySettings {
    shop = shopName(shop);
    clientId = given(clientId);
    clientSecret = given(clientSecret);
    accessToken = given(accessToken);
    if (accessToken == null && (clientId == null || clientSecret == null)) {
      throw new IllegalArgumentException(
          "Shopify needs SHOPIFY_CLIENT_ID and SHOPIFY_CLIENT_SECRET, or SHOPIFY_ACCESS_TOKEN");
    }
  }

  private static String shopName(String shop) {
    String name = shop.strip().toLowerCase(Locale.ROOT).replaceAll("^https?://|/+$", "");
    if (name.endsWith(DOMAIN)) {
      name = name.substring(0, name.length() - DOMAIN.length());
    }
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "SHOPIFY_SHOP is \"%s\"; it should look like my-shop or my-shop.myshopify.com"
              .formatted(shop));
    }
    return name;
  }

  private static @Nullable String given(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }

  /// `my-shop.myshopify.com`
  String host() {
    return shop + DOMAIN;
  }

  /// An address at the store.
  ///
  /// @param path with its leading slash
  URI at(String path) {
    String base = url == null ? "https://" + host() : url.toString().replaceAll("/+$", "");
    return URI.create(base + path);
  }

  /// The text without anything that opens the store.
  String redact(String text) {
    String clean = TOKEN.matcher(text).replaceAll("***");
    clean = clientSecret == null ? clean : clean.replace(clientSecret, "***");
    return accessToken == null ? clean : clean.replace(accessToken, "***");
  }

  @Override
  public String toString() {
    return "ShopifySettings[shop=%s, url=%s, %s]"
        .formatted(
            shop, url, accessToken == null ? "client credentials " + clientId : "access token");
  }
}
