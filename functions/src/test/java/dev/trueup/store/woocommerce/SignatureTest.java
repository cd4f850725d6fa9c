package dev.trueup.store.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignatureTest {
  private static final WooCommerceSettings SETTINGS =
      new WooCommerceSettings(URI.create("http://shop.example"), "ck_1", "cs_1");

  /// The expected signature was computed with another implementation (Python's hmac and quote).
  @Test
  void signsMethodAddressAndEveryParameter() {
    var query =
        Query.of("wc/v3/products").with("search", "a b*~").with("_fields", "id,sku").parameters();

    var signed =
        new Signature(SETTINGS, Instant.ofEpochSecond(1_700_000_000), "n1")
            .sign("GET", "http://shop.example/wp-json/wc/v3/products", query);

    assertThat(signed)
        .containsEntry("oauth_signature", "YqPQHgMA8gnZ2WNp+l+B7vIBbWurMQQycfOSp8yv5Xw=")
        .containsEntry("oauth_timestamp", "1700000000")
        .containsEntry("search", "a b*~");
  }

  @Test
  void neverHoldsTheSecret() {
    var signed =
        new Signature(SETTINGS, Instant.EPOCH, "n1")
            .sign("POST", "http://shop.example/", Query.of("").parameters());

    assertThat(signed.toString()).doesNotContain("cs_1");
  }
}
