package dev.trueup.store.woocommerce;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;

/// Where a shop is and with which key it is opened.
///
/// @param url `WOOCOMMERCE_URL`: the shop's address, with its folder if it lives in one; an address
///   copied from the API (`…/wp-json/wc/v3`) is cut back to the shop's
/// @param key `WOOCOMMERCE_KEY`: the consumer key, `ck_…`
/// @param secret `WOOCOMMERCE_SECRET`: the consumer secret, `cs_…`
public record WooCommerceSettings(URI url, String key, String secret) {
  static final String URL = "WOOCOMMERCE_URL";
  static final String KEY = "WOOCOMMERCE_KEY";
  static final String SECRET = "WOOCOMMERCE_SECRET";

  /// @throws IllegalArgumentException with the name of the setting that cannot be right
  public WooCommerceSettings {
    url = shopAddress(url);
    key = key.strip();
    secret = secret.strip();
    require(!key.isEmpty(), KEY + " is empty.");
    require(!secret.isEmpty(), SECRET + " is empty.");
    require(!key.startsWith("cs_"), KEY + " holds a consumer secret (cs_…), not a key (ck_…).");
    require(!secret.startsWith("ck_"), SECRET + " holds a consumer key (ck_…), not a secret.");
  }

  /// How people call the shop: its host, and its folder if it lives in one.
  String shop() {
    return url.getHost().toLowerCase(Locale.ROOT) + url.getPath();
  }

  boolean encrypted() {
    return url.getScheme().equals("https");
  }

  /// Whether the shop runs on this machine, so that nobody can listen in.
  boolean loopback() {
    return url.getHost().equals("localhost") || isLoopbackAddress(url.getHost());
  }

  /// A text without the key and the secret, whatever it came from.
  String redacted(String text) {
    return text.replace(secret, "…").replace(key, "…");
  }

  @Override
  public String toString() {
    return "WooCommerceSettings[" + url + "]";
  }

  private static URI shopAddress(URI url) {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    require(
        scheme.equals("https") || scheme.equals("http"),
        URL + " must be an address such as https://shop.example.");
    require(url.getHost() != null, URL + " names no host.");
    require(url.getRawUserInfo() == null, URL + " must not hold a user name or a password.");
    String port = url.getPort() < 0 ? "" : ":" + url.getPort();
    String path = url.getRawPath().replaceFirst("/wp-json(/.*)?$", "").replaceFirst("/+$", "");
    return URI.create(scheme + "://" + url.getHost() + port + path);
  }

  private static boolean isLoopbackAddress(String host) {
    try {
      return InetAddress.ofLiteral(host).isLoopbackAddress();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static void require(boolean right, String sentence) {
    if (!right) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
