package dev.trueup.store.shopify;

import dev.trueup.catalog.StoreRecord;
import dev.trueup.sandbox.SeedProduct;
import dev.trueup.sandbox.SeedVariant;
import dev.trueup.sandbox.shopify.SimulatedShopify;
import dev.trueup.sandbox.shopify.SimulatedShopifyBuilder;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Simulated shops whose time only moves when somebody sleeps.
final class TestingCatalogue {
  private TestingCatalogue() {}

  /// A cup (`CUP`, 15), a shirt in two sizes (`SHIRT-S`, 4, and `SHIRT-M`, 0, which is sold on when
  /// out of stock), and a draft that is not tracked (`GIFT`).
  static List<SeedProduct> small() {
    return List.of(
        product("Cup", variant(List.of(), "CUP", true, 15, false)),
        new SeedProduct(
            "shirt",
            "Shirt & Co",
            "",
            "",
            "",
            List.of("Clothes", "Summer"),
            List.of("b", "a"),
            true,
            List.of("Size"),
            List.of(
                variant(List.of("S"), "SHIRT-S", true, 4, false),
                variant(List.of("M"), "SHIRT-M", true, 0, true)),
            false,
            0),
        product("Gift", variant(List.of(), "GIFT", false, 0, false)));
  }

  /// Products without options, `SKU-0` and so on, 10 of each.
  static List<SeedProduct> many(int products) {
    return IntStream.range(0, products)
        .mapToObj(i -> product("Product " + i, variant(List.of(), "SKU-" + i, true, 10, false)))
        .toList();
  }

  static SimulatedShopifyBuilder shop(List<SeedProduct> seed, TestingTime time) {
    return SimulatedShopify.builder(seed)
        .clock(time)
        .nanos(() -> Duration.between(TestingTime.START, time.instant()).toNanos());
  }

  static ShopifyStore store(SimulatedShopify shop, TestingTime time) {
    return TestingStore.store(
        new ShopifySettings("sandbox", URI.create(shop.url()), null, null, shop.staticToken()),
        time);
  }

  /// Stocks an item at a location where it was not.
  static void stock(SimulatedShopify shop, StoreRecord record, String location, int quantity) {
    var time = new TestingTime();
    String locationId =
        store(shop, time).connect().locations().stream()
            .filter(place -> place.name().equals(location))
            .findFirst()
            .orElseThrow()
            .id();
    String query =
        "mutation Stock { inventoryActivate(inventoryItemId: \\\"%s\\\", locationId: \\\"%s\\\","
                .formatted(record.id(), locationId)
            + " available: %d) @idempotent(key: \\\"%s\\\") { userErrors { message } } }"
                .formatted(quantity, record.id() + locationId);
    var settings =
        new ShopifySettings("sandbox", URI.create(shop.url()), null, null, shop.staticToken());
    var http =
        new ShopifyHttp(
            ShopifyStore.httpClient(), TestingStore.REQUEST_TIMEOUT, new ShopifyErrors(settings));
    var request =
        HttpRequest.newBuilder(settings.at("/admin/api/2026-10/graphql.json"))
            .header("Content-Type", "application/json")
            .header("X-Shopify-Access-Token", shop.staticToken());
    try {
      var reply = (ShopifyHttp.Received) http.post(request, "{\"query\":\"" + query + "\"}");
      if (!reply.body().contains("\"userErrors\":[]")) {
        throw new IllegalStateException(reply.body());
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SeedProduct product(String name, SeedVariant variant) {
    return new SeedProduct(
        name.toLowerCase(Locale.ROOT).replace(' ', '-'),
        name,
        "",
        "",
        "",
        List.of(),
        List.of(),
        !name.equals("Gift"),
        List.of(),
        List.of(variant),
        false,
        0);
  }

  private static SeedVariant variant(
      List<String> options, String sku, boolean tracked, int quantity, boolean backorders) {
    return new SeedVariant(
        options, sku, BigDecimal.TEN, null, tracked, quantity, true, backorders, 100, "");
  }
}
