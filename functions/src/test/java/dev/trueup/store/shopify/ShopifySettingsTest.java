package dev.trueup.store.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShopifySettingsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my-shop",
        "My-Shop",
        " my-shop.myshopify.com ",
        "https://my-shop.myshopify.com",
        "https://my-shop.myshopify.com/"
      })
  void takesTheShopAsPeopleWriteIt(String shop) {
    var settings = new ShopifySettings(shop, null, null, null, "token");

    assertThat(settings.host()).isEqualTo("my-shop.myshopify.com");
    assertThat(settings.at("/admin")).hasToString("https://my-shop.myshopify.com/admin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "shop.example", "my shop", "my-shop.myshopify.com/admin", "a@b"})
  void refusesWhatIsNoShop(String shop) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ShopifySettings(shop, null, null, null, "token"))
        .withMessageContaining("SHOPIFY_SHOP");
  }

  @Test
  void needsATokenOrBothOfIdAndSecret() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ShopifySettings("my-shop", null, "id", " ", ""))
        .withMessageContaining("SHOPIFY_CLIENT_ID and SHOPIFY_CLIENT_SECRET")
        .withMessageContaining("SHOPIFY_ACCESS_TOKEN");
  }

  @Test
  void replacesTheAddress() {
    var settings =
        new ShopifySettings("my-shop", URI.create("http://localhost:1/"), null, null, "token");

    assertThat(settings.at("/admin")).hasToString("http://localhost:1/admin");
    assertThat(settings.host()).isEqualTo("my-shop.myshopify.com");
  }

  @Test
  void showsNoSecret() {
    var both = new ShopifySettings("my-shop", null, "id", "hidden-secret", "hidden-token");

    assertThat(both.toString()).contains("my-shop").doesNotContain("hidden");
    assertThat(both.redact("a hidden-secret, a hidden-token, a shpat_12ab"))
        .isEqualTo("a ***, a ***, a ***");
  }
}
