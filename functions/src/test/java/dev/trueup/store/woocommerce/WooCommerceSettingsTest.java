package dev.trueup.store.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WooCommerceSettingsTest {

  @ParameterizedTest
  @CsvSource({
    "https://shop.example, https://shop.example",
    "https://shop.example/, https://shop.example",
    "https://Shop.Example/store/, https://Shop.Example/store",
    "https://shop.example:8443/wp-json/wc/v3/, https://shop.example:8443",
    "https://shop.example/store/wp-json, https://shop.example/store"
  })
  void keepsTheFolderAndCutsTheApiOff(String given, String kept) {
    assertThat(settings(given).url()).hasToString(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shop.example",
        "ftp://shop.example",
        "https:///shop",
        "https://me:pw@shop.example"
      })
  void namesTheSettingOfAnAddressThatCannotBeRight(String url) {
    assertThatThrownBy(() -> settings(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("WOOCOMMERCE_URL")
        .hasMessageNotContaining("pw");
  }

  @Test
  void noticesThatKeyAndSecretAreSwapped() {
    assertThatThrownBy(
            () -> new WooCommerceSettings(URI.create("https://shop.example"), "cs_1", "ck_1"))
        .hasMessageStartingWith("WOOCOMMERCE_KEY holds a consumer secret")
        .hasMessageNotContaining("cs_1");
  }

  @Test
  void showsNoSecret() {
    assertThat(settings("https://shop.example").toString())
        .contains("https://shop.example")
        .doesNotContain("ck_1", "cs_1");
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost, true",
    "http://127.0.0.1:8080, true",
    "http://[::1]:8080, true",
    "http://192.168.0.2, false",
    "http://shop.example, false"
  })
  void knowsThisMachine(String url, boolean loopback) {
    assertThat(settings(url).loopback()).isEqualTo(loopback);
  }

  private static WooCommerceSettings settings(String url) {
    return new WooCommerceSettings(URI.create(url), "ck_1", "cs_1");
  }
}
