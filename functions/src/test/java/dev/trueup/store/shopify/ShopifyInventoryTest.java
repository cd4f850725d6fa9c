package dev.trueup.store.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.trueup.catalog.Facets;
import dev.trueup.catalog.Inventory;
import dev.trueup.catalog.RecordRef;
import dev.trueup.catalog.StoreRecord;
import dev.trueup.sandbox.shopify.Plan;
import dev.trueup.sandbox.shopify.SimulatedShopify;
import dev.trueup.sandbox.shopify.SimulatedShopifyBuilder;
import dev.trueup.store.Capabilities;
import dev.trueup.store.Capabilities.Feature;
import dev.trueup.store.Connection;
import dev.trueup.store.RecordPage;
import dev.trueup.store.Scope;
import dev.trueup.store.StoreException;
import dev.trueup.store.StoreRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What is read of a shop.
final class ShopifyInventoryTest {
  private final TestingTime time = new TestingTime();

  private SimulatedShopifyBuilder small() {
    return TestingCatalogue.shop(TestingCatalogue.small(), time);
  }

  private StoreRecords records(SimulatedShopify shop, Scope scope) {
    return TestingCatalogue.store(shop, time).records(Inventory.RESOURCE, scope);
  }

  private static List<StoreRecord> all(StoreRecords records) {
    return all(records, Optional.empty());
  }

  private static List<StoreRecord> all(StoreRecords records, Optional<String> from) {
    var all = new ArrayList<StoreRecord>();
    Optional<String> cursor = from;
    do {
      RecordPage page = records.page(cursor);
      assertThat(page.rejected()).isEmpty();
      all.addAll(page.records());
      cursor = page.next();
    } while (cursor.isPresent());
    return all;
  }

  private static Map<String, StoreRecord> bySku(List<StoreRecord> records) {
    return records.stream().collect(Collectors.toMap(StoreRecord::sku, Function.identity()));
  }

  private static StoreRecord of(Map<String, StoreRecord> bySku, String sku) {
    return Objects.requireNonNull(bySku.get(sku), sku);
  }

  @Test
  void readsEveryVariantOfEveryProduct() {
    try (var shop = small().start()) {
      var records = bySku(all(records(shop, Scope.SOURCE)));

      assertThat(records).containsOnlyKeys("CUP", "SHIRT-S", "SHIRT-M", "GIFT");
      var cup = of(records, "CUP");
      assertThat(cup.name()).isEqualTo("Cup");
      assertThat(cup.options()).isEmpty();
      assertThat(cup.values()).isEqualTo(Inventory.tracked(15, true));
      assertThat(cup.id()).startsWith("gid://shopify/InventoryItem/");
      assertThat(cup.ref().parentId()).startsWith("gid://shopify/Product/");
      var shirt = of(records, "SHIRT-M");
      assertThat(shirt.displayName()).isEqualTo("Shirt & Co (M)");
      assertThat(shirt.values()).isEqualTo(Inventory.tracked(0, true));
      assertThat(of(records, "GIFT").values()).isEqualTo(Inventory.untracked(true));
    }
  }

  @Test
  void readsSomeRecordsInTheSameShape() {
    try (var shop = small().start()) {
      for (var scope : List.of(Scope.SOURCE, Scope.DESTINATION)) {
        var records = records(shop, scope);
        var all = all(records);
        var refs = new ArrayList<>(all.stream().map(StoreRecord::ref).toList());
        refs.add(RecordRef.of("gid://shopify/InventoryItem/1"));

        assertThat(records.some(refs)).containsExactlyInAnyOrderElementsOf(all);
      }
    }
  }

  @Test
  void readsFacetsOnlyWhenAskedTo() {
    try (var shop = small().start()) {
      var with = bySku(all(records(shop, new Scope(List.of(), "", false, true))));
      var without = bySku(all(records(shop, Scope.SOURCE)));

      assertThat(of(with, "SHIRT-S").facets().status()).isEqualTo("active");
      assertThat(of(with, "SHIRT-S").facets().tags()).containsExactlyInAnyOrder("a", "b");
      assertThat(of(with, "SHIRT-S").facets().categories())
          .containsExactlyInAnyOrder("Clothes", "Summer");
      assertThat(of(with, "GIFT").facets().status()).isEqualTo("draft");
      assertThat(of(without, "SHIRT-S").facets()).isEqualTo(Facets.NONE);
    }
  }

  @Test
  void sumsTheCountedLocations() {
    try (var shop = small().locations("Main", "Paris", "Rome").start()) {
      var cup = of(bySku(all(records(shop, new Scope(List.of(), "Main", true, false)))), "CUP");
      TestingCatalogue.stock(shop, cup, "Paris", 20);
      TestingCatalogue.stock(shop, cup, "Rome", 300);

      assertThat(quantity(shop, List.of(), cup)).hasToString("335");
      assertThat(quantity(shop, List.of("main", "Rome"), cup)).hasToString("315");
      assertThat(quantity(shop, List.of("Paris"), cup)).hasToString("20");
    }
  }

  private Object quantity(SimulatedShopify shop, List<String> counted, StoreRecord record) {
    var records = records(shop, new Scope(counted, "", false, false));
    var paged = of(bySku(all(records)), record.sku());
    assertThat(records.some(List.of(record.ref()))).containsExactly(paged);
    return paged.value(Inventory.QUANTITY);
  }

  @Test
  void restrictsWhatIsNotStockedAtTheWrittenLocation() {
    try (var shop = small().locations("Main", "Paris").start()) {
      var elsewhere = records(shop, new Scope(List.of(), "Paris", true, false));

      var cup = of(bySku(all(elsewhere)), "CUP");

      assertThat(cup.restriction()).contains("\"Paris\"").contains("Shopify admin");
      assertThat(cup.values()).isEqualTo(Inventory.tracked(0, false));
      assertThat(elsewhere.some(List.of(cup.ref()))).containsExactly(cup);
    }
  }

  @Test
  void asksWhichLocationIsWrittenWhenThereAreSeveral() {
    try (var shop = small().locations("Main", "Paris").inactiveLocation("Closed").start()) {
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> records(shop, Scope.DESTINATION))
          .withMessageContaining("locations.written")
          .withMessageContaining("\"Main\" (gid://shopify/Location/")
          .withMessageContaining("\"Paris\"")
          .satisfies(e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.REJECTED));
      refuses(shop, new Scope(List.of(), "Berlin", true, false), "has no location \"Berlin\"");
      refuses(shop, new Scope(List.of(), "Closed", true, false), "has deactivated \"Closed\"");
      refuses(shop, new Scope(List.of("Rome"), "", false, false), "locations.counted");
    }
  }

  private void refuses(SimulatedShopify shop, Scope scope, String words) {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> records(shop, scope))
        .withMessageContaining(words)
        .satisfies(e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.REJECTED));
  }

  @Test
  void takesTheOnlyActiveLocationAndAnyNameOfIt() {
    try (var shop = small().locations("Main").inactiveLocation("Closed").start()) {
      var id = TestingCatalogue.store(shop, time).connect().locations().getFirst().id();
      String number = id.substring(id.lastIndexOf('/') + 1);

      for (String name : List.of("", "Main", " main ", id, number)) {
        assertThat(all(records(shop, new Scope(List.of(), name, true, false)))).hasSize(4);
      }
    }
  }

  @Test
  void readsALargeCatalogueOnceAndForFewPoints() {
    try (var shop = TestingCatalogue.shop(TestingCatalogue.many(1001), time).start()) {
      var records = all(records(shop, Scope.DESTINATION));

      assertThat(records.stream().map(StoreRecord::id).distinct()).hasSize(1001);
      assertThat(shop.requests())
          .filteredOn(request -> request.operationName().equals("InventoryPage"))
          .hasSize(5)
          .allSatisfy(request -> assertThat(request.requestedCost()).isLessThan(100));
    }
  }

  @Test
  void goesOnBehindTheLimitOfOneList() {
    try (var shop = TestingCatalogue.shop(TestingCatalogue.many(501), time).start()) {
      var records = records(shop, Scope.DESTINATION);
      var nearTheLimit = new VariantCursor(0, 24_751, "");

      var read = all(records, Optional.of(nearTheLimit.toString()));

      assertThat(read.stream().map(StoreRecord::id).distinct()).hasSize(501);
      assertThat(read).hasSize(501);
    }
  }

  @Test
  void connectsAndSaysWhoTheShopIs() {
    try (var shop = small().locations("Main").inactiveLocation("Closed").start()) {
      Connection connection = TestingCatalogue.store(shop, time).connect();

      assertThat(connection.identity()).startsWith("gid://shopify/Shop/");
      assertThat(connection.version()).isEqualTo("2026-10");
      assertThat(connection.currency()).isEqualTo("EUR");
      assertThat(connection.timezone()).contains("/");
      assertThat(connection.weightUnit()).isNotEmpty();
      assertThat(connection.scopes()).contains("write_inventory");
      assertThat(connection.locations())
          .extracting(Connection.Location::name, Connection.Location::active)
          .containsExactlyInAnyOrder(tuple("Main", true), tuple("Closed", false));
      assertThat(connection.warnings()).isEmpty();
    }
  }

  @Test
  void warnsOfAnotherVersionAndAMissingScope() {
    try (var shop =
        small()
            .servedVersion("2027-01")
            .scopes("read_products", "read_inventory", "read_locations")
            .start()) {
      var connection = TestingCatalogue.store(shop, time).connect();

      assertThat(connection.version()).isEqualTo("2027-01");
      assertThat(connection.warnings())
          .hasSize(2)
          .anySatisfy(warning -> assertThat(warning).contains("2027-01"))
          .anySatisfy(warning -> assertThat(warning).contains("write_inventory"));
    }
  }

  @Test
  void namesTheScopeItLacks() {
    try (var shop = small().scopes("read_products", "read_locations").start()) {
      var records = records(shop, Scope.SOURCE);

      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> records.page(Optional.empty()))
          .withMessageContaining("read_inventory")
          .satisfies(e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.FORBIDDEN));
    }
  }

  @Test
  void canDoWhatThePlanOfTheShopAllows() {
    try (var shop = small().start();
        var large = small().plan(Plan.PLUS).start()) {
      var standard = records(shop, Scope.DESTINATION).capabilities();
      var plus = records(large, Scope.DESTINATION).capabilities();

      assertThat(standard)
          .isEqualTo(
              new Capabilities(
                  250,
                  2500,
                  8,
                  Set.of(Feature.WRITES, Feature.COMPARE_AND_SET, Feature.IDEMPOTENCY_KEYS)));
      assertThat(plus.itemsPerSecond()).isEqualTo(25_000);
      assertThat(plus.requestsInFlight()).isEqualTo(40);
    }
  }

  @Test
  void asksForFewerWhenManyCostTooMuch() {
    var asked = new ArrayList<Integer>();
    try (var server =
        new TestingServer(request -> {
          int ids = request.variables().path("ids").size();
          asked.add(ids);
          return ids > 2
              ? TestingServer.Answer.graphql(
                  "'errors':[{'message':'','extensions':{'code':'MAX_COST_EXCEEDED'}}]")
              : TestingServer.Answer.graphql("'data':{'nodes':[null]}");
        })) {
      var client = TestingStore.client(TestingStore.withToken(server.url()), time);
      var place = new Connection.Location("gid://shopify/Location/1", "Main", true);
      var records = new ShopifyInventory(client, new StockPlaces.One(place, true), false);

      assertThat(records.some(Stream.of("a", "b", "c", "d").map(RecordRef::of).toList())).isEmpty();
      assertThat(asked).containsExactly(4, 2, 2);
    }
  }
}
