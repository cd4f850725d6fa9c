package dev.trueup.store.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.trueup.catalog.Inventory;
import dev.trueup.catalog.StoreRecord;
import dev.trueup.sandbox.SeedProduct;
import dev.trueup.sandbox.shopify.Fault;
import dev.trueup.sandbox.shopify.ShopifyRequest;
import dev.trueup.sandbox.shopify.SimulatedShopify;
import dev.trueup.sandbox.shopify.SimulatedShopifyBuilder;
import dev.trueup.store.Connection.Location;
import dev.trueup.store.RecordPage;
import dev.trueup.store.Scope;
import dev.trueup.store.StoreException;
import dev.trueup.store.StoreRecords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Reading by bulk operations, against the sandbox; what the sandbox does not do, against scripted
/// answers.
final class BulkReaderTest {
  private static final String LINE =
      "{\"id\":\"gid://shopify/ProductVariant/%d\",\"inventoryPolicy\":\"DENY\",\"selectedOptions\":[],\"product\":{\"id\":\"gid://shopify/Product/1\",\"title\":\"Cup\",\"isGiftCard\":false},\"inventoryItem\":{\"id\":\"gid://shopify/InventoryItem/%d\",\"sku\":\"CUP\",\"tracked\":true,\"inventoryLevel\":{\"isActive\":true,\"location\":{\"id\":\"gid://shopify/Location/1\"},\"quantities\":[{\"name\":\"available\",\"quantity\":5}]}}}\n";
  private static final StockPlaces MAIN =
      new StockPlaces.One(new Location("gid://shopify/Location/1", "Main", true), true);

  private final TestingTime time = new TestingTime();

  private SimulatedShopifyBuilder shop(List<SeedProduct> seed) {
    return TestingCatalogue.shop(seed, time);
  }

  private StoreRecords records(SimulatedShopify shop, Scope scope) {
    return TestingCatalogue.store(shop, time).records(Inventory.RESOURCE, scope);
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

  private static Optional<String> byPages() {
    return Optional.of(VariantCursor.START.toString());
  }

  /// An operation that was started, whatever the size of the shop.
  private Optional<String> started(SimulatedShopify shop, Scope scope) {
    ShopifyClient client = client(shop);
    var places = StockPlaces.of(scope, ShopifyConnection.locations(client), client.errors());
    return new BulkReader(client, places, new InventoryReader(places))
        .start()
        .map(BulkCursor::toString);
  }

  private ShopifyClient client(SimulatedShopify shop) {
    return TestingStore.client(
        new ShopifySettings(
            "sandbox", java.net.URI.create(shop.url()), null, null, shop.staticToken()),
        time);
  }

  @Test
  void readsWhatPagesReadRecordByRecord() {
    try (var shop = shop(TestingCatalogue.small()).locations("Main", "Paris", "Rome").start()) {
      var written = new Scope(List.of(), "Main", true, false);
      var cup =
          all(records(shop, written), byPages()).stream()
              .filter(found -> found.sku().equals("CUP"))
              .findFirst()
              .orElseThrow();
      TestingCatalogue.stock(shop, cup, "Paris", 20);
      TestingCatalogue.stock(shop, cup, "Rome", 300);
      shop.setActive("CUP", false, Optional.of("Rome"));
      shop.setActive("SHIRT-S", false, Optional.of("Main"));

      for (var scope :
          List.of(
              written,
              Scope.SOURCE,
              new Scope(List.of("Paris"), "", false, false),
              new Scope(List.of("Paris", "Rome"), "", false, false),
              new Scope(List.of(), "Rome", true, false))) {
        var paged = all(records(shop, scope), byPages());
        var bulk = all(records(shop, scope), started(shop, scope));

        assertThat(bulk).hasSize(4).containsExactlyInAnyOrderElementsOf(paged);
      }
    }
  }

  @Test
  void isChosenWhereThePointsForAllPagesWouldTakeLong() {
    try (var shop = shop(TestingCatalogue.many(17_000)).start()) {
      var records = records(shop, Scope.DESTINATION);

      assertThat(all(records, Optional.empty())).hasSize(17_000).doesNotHaveDuplicates();
      assertThat(shop.requests())
          .extracting(ShopifyRequest::operationName)
          .contains("BulkStart")
          .doesNotContain("InventoryPage");
      assertThat(shop.throttledRequests()).isZero();
    }
  }

  @Test
  void isNotChosenWhereTheyAreThereSoon() {
    try (var shop = shop(TestingCatalogue.many(600)).start()) {
      assertThat(all(records(shop, Scope.DESTINATION), Optional.empty())).hasSize(600);
      assertThat(shop.requests())
          .extracting(ShopifyRequest::operationName)
          .doesNotContain("BulkStart");
    }
  }

  @Test
  void goesOnInAnotherProcess() {
    try (var shop = shop(TestingCatalogue.many(5_000)).start()) {
      Optional<String> cursor = started(shop, Scope.DESTINATION);
      var found = new ArrayList<StoreRecord>();
      while (cursor.isPresent()) {
        RecordPage page = records(shop, Scope.DESTINATION).page(cursor);
        found.addAll(page.records());
        cursor = page.next();
      }

      assertThat(found).hasSize(5_000).doesNotHaveDuplicates();
    }
  }

  @Test
  void waitsLongerTheLongerItTakes() {
    try (var shop = shop(TestingCatalogue.small()).start()) {
      shop.holdBulkOperations(true);
      var records = records(shop, Scope.DESTINATION);
      Optional<String> cursor = started(shop, Scope.DESTINATION);
      for (int i = 0; i < 30; i++) {
        RecordPage page = records.page(cursor);
        assertThat(page.records()).isEmpty();
        assertThat(page.next()).isEqualTo(cursor);
      }

      assertThat(time.sleeps()).isSorted().startsWith(Duration.ofMillis(500));
      assertThat(time.sleeps().getLast()).isEqualTo(Duration.ofSeconds(10));
    }
  }

  @Test
  void readsAnEmptyShop() {
    try (var shop = shop(List.of()).start()) {
      var cursor = started(shop, Scope.DESTINATION);

      assertThat(cursor).isPresent();
      assertThat(all(records(shop, Scope.DESTINATION), cursor)).isEmpty();
    }
  }

  @Test
  void readsByPagesWhenTooManyOperationsAreRunning() {
    try (var shop = shop(TestingCatalogue.many(17_000)).start()) {
      shop.holdBulkOperations(true);
      for (int i = 0; i < 5; i++) {
        assertThat(started(shop, Scope.DESTINATION)).isPresent();
      }

      assertThat(started(shop, Scope.DESTINATION)).isEmpty();
      assertThat(all(records(shop, Scope.DESTINATION), Optional.empty())).hasSize(17_000);
    }
  }

  @Test
  void survivesAShopThatIsHalfDown() {
    try (var shop = shop(TestingCatalogue.many(17_000)).start()) {
      shop.fault(Fault.status(502).onEvery(3).upTo(1_000));

      assertThat(all(records(shop, Scope.DESTINATION), Optional.empty())).hasSize(17_000);
    }
  }

  private static TestingServer.Answer operation(String members) {
    return TestingServer.Answer.graphql(
        "'data':{'bulkOperation':{'id':'gid://shopify/BulkOperation/7',"
            + "'createdAt':'2026-11-22T10:00:00Z',"
            + members
            + "}}");
  }

  private BulkReader reader(TestingServer server) {
    return new BulkReader(
        TestingStore.client(TestingStore.withToken(server.url()), time),
        MAIN,
        new InventoryReader(MAIN));
  }

  @Test
  void readsByPagesWhenTheOperationFailsIsCancelledOrExpires() {
    for (String status : List.of("FAILED", "CANCELED", "EXPIRED")) {
      try (var server =
          new TestingServer(_ ->
              operation(
                  "'status':'%s','errorCode':'TIMEOUT','objectCount':'1','url':null"
                      .formatted(status)))) {
        RecordPage page = reader(server).page(new BulkCursor(7, 0));

        assertThat(page.records()).isEmpty();
        assertThat(page.next()).isEqualTo(byPages());
      }
    }
  }

  @Test
  void saysSoWhenAResultIsGoneOfWhichSomeWasRead() {
    try (var server =
        new TestingServer(_ -> TestingServer.Answer.graphql("'data':{'bulkOperation':null}"))) {
      var reader = reader(server);

      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> reader.page(new BulkCursor(7, 100)))
          .withMessageContaining("run the comparison again");
    }
  }

  @Test
  void isNotStartedWhereTheAppMayNot() {
    for (String answer :
        List.of(
            "'data':{'bulkOperationRunQuery':null},'errors':[{'message':'no','path':['bulkOperationRunQuery'],"
                + "'extensions':{'code':'ACCESS_DENIED'}}]",
            "'data':{'bulkOperationRunQuery':{'bulkOperation':null,'userErrors':[{'code':'LIMIT_REACHED','field':['query'],'message':'no"
                + " more'}]}}")) {
      try (var server = new TestingServer(_ -> TestingServer.Answer.graphql(answer))) {
        assertThat(reader(server).start()).isEmpty();
      }
    }
  }

  @Test
  void readsALineAgainWhoseFileBroke() {
    var files = new ArrayList<String>();
    String whole = LINE.formatted(1, 1) + LINE.formatted(2, 2) + LINE.formatted(3, 3);
    try (var server =
        new TestingServer(request -> {
          if (!request.path().startsWith("/file")) {
            return operation(
                "'status':'COMPLETED','errorCode':null,'objectCount':'3','url':'http://HERE/file?secret'");
          }
          files.add(request.token());
          return TestingServer.Answer.of(200, files.size() == 1 ? LINE.formatted(1, 1) : whole);
        })) {
      var reader = reader(server);
      RecordPage first = reader.page(new BulkCursor(7, 0));
      RecordPage second = reader.page(BulkCursor.parse(first.next().orElseThrow()).orElseThrow());

      assertThat(first.records()).isEmpty();
      assertThat(second.records()).hasSize(3);
      assertThat(second.next()).isEmpty();
      assertThat(files).as("no token goes to where the file is").containsOnly("");
    }
  }

  @Test
  void namesTheLineThatIsNoJson() {
    try (var server =
        new TestingServer(request ->
            request.path().startsWith("/file")
                ? TestingServer.Answer.of(200, LINE.formatted(1, 1) + "{nonsense\n")
                : operation(
                    "'status':'COMPLETED','objectCount':'2','url':'http://HERE/file?secret'"))) {
      RecordPage page = reader(server).page(new BulkCursor(7, 0));

      assertThat(page.records()).hasSize(1);
      assertThat(page.rejected())
          .containsExactly("Line 2 of the result of Shopify's bulk operation 7 cannot be read");
    }
  }

  @Test
  void asksForOneFieldPerLocation() {
    var several =
        new StockPlaces.Several(Set.of("gid://shopify/Location/2", "gid://shopify/Location/1"), 3);

    assertThat(new BulkDocument(several).query())
        .contains("at0: inventoryLevel(locationId: \"gid://shopify/Location/1\")")
        .contains("at1: inventoryLevel(locationId: \"gid://shopify/Location/2\")");
  }
}
