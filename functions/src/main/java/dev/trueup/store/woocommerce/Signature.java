package dev.trueup.store.woocommerce;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// OAuth 1.0a without a token, HMAC-SHA256 (RFC 5849): how WooCommerce wants requests over plain
/// http, so that the secret never travels. The parameters go into the query, as WooCommerce's own
/// clients send them: some web servers drop the Authorization header.
///
/// @param nonce differs from request to request
record Signature(WooCommerceSettings settings, Instant now, String nonce) {
  private static final String ALGORITHM = "HmacSHA256";

  /// The parameters of a request together with those that sign it.
  ///
  /// @param address scheme, host, port unless it is the default one, and path
  SortedMap<String, String> sign(
      String method, String address, SortedMap<String, String> parameters) {
    var signed = new TreeMap<>(parameters);
    signed.put("oauth_consumer_key", settings.key());
    signed.put("oauth_nonce", nonce);
    signed.put("oauth_signature_method", "HMAC-SHA256");
    signed.put("oauth_timestamp", Long.toString(now.getEpochSecond()));
    String base =
        method + "&" + Query.encoded(address) + "&" + Query.encoded(Query.encoded(signed));
    signed.put("oauth_signature", hmac(base));
    return signed;
  }

  private String hmac(String text) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      String key = Query.encoded(settings.secret()) + "&";
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
