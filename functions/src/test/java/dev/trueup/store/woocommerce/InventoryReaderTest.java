package dev.trueup.store.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trueup.catalog.Facets;
import dev.trueup.catalog.Inventory;
import dev.trueup.catalog.RecordRef;
import dev.trueup.catalog.StoreRecord;
import dev.trueup.sandbox.woocommerce.Fault;
import dev.trueup.sandbox.woocommerce.ReceivedRequest;
import dev.trueup.sandbox.woocommerce.SimulatedWooCommerce;
import dev.trueup.store.RecordPage;
import dev.trueup.store.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InventoryReaderTest {

  @Test
  void readsEveryKindOfStock() {
    try (var shop = TestingShop.open()) {
      var records = shop.readAll();

      assertThat(records)
          .extracting(StoreRecord::sku)
          .containsExactlyInAnyOrder(
              "MUG", "JUG", "POSTER", "PRINT", "SHIRT-M", "SHIRT-L", "SHIRT-X", "CHAIR-R",
              "CHAIR-B", "DRAFT");
      assertThat(values(records, "MUG")).isEqualTo(Inventory.tracked(9, true));
      assertThat(values(records, "POSTER")).isEqualTo(Inventory.untracked(true));
      assertThat(values(records, "PRINT")).isEqualTo(Inventory.untracked(false));
      assertThat(values(records, "SHIRT-M")).isEqualTo(Inventory.tracked(3, true));
      assertThat(values(records, "SHIRT-L")).isEqualTo(Inventory.tracked(0, true));
      assertThat(values(records, "SHIRT-X")).isEqualTo(Inventory.untracked(false));
      assertThat(values(records, "CHAIR-R")).isEqualTo(Inventory.tracked(86, true));
      assertThat(values(records, "DRAFT")).isEqualTo(Inventory.tracked(1, true));
    }
  }

  @Test
  void readsNamesAndOptionsAsAPersonWritesThem() {
    try (var shop = TestingShop.open()) {
      assertThat(shop.read("MUG").displayName()).isEqualTo("Mug & Saucer");
      assertThat(shop.read("SHIRT-M").displayName()).isEqualTo("The shirt (Black & White, M)");
    }
  }

  @Test
  void namesTheProductOfAVariation() {
    try (var shop = TestingShop.open()) {
      var medium = shop.read("SHIRT-M").ref();
      var large = shop.read("SHIRT-L").ref();

      assertThat(medium.parentId()).isNotEmpty().isEqualTo(large.parentId());
      assertThat(shop.read("MUG").ref().parentId()).isEmpty();
    }
  }

  @Test
  void saysWhyStockThatIsCountedOnTheProductCannotTakePart() {
    try (var shop = TestingShop.open()) {
      assertThat(shop.read("CHAIR-B").restriction())
          .startsWith("Its stock is counted on the product “The chair”")
          .contains("switch on “Manage stock?”");
      assertThat(shop.read("SHIRT-M").restriction()).isNull();
    }
  }

  @Test
  void readsFacetsWhenTheyAreNeeded() {
    try (var shop = TestingShop.open()) {
      var records =
          TestingShop.readAll(
              shop.store().records(Inventory.RESOURCE, new Scope(List.of(), "", false, true)));

      assertThat(find(records, "MUG").facets())
          .isEqualTo(new Facets(List.of("Home & Garden"), List.of("new"), "publish"));
      assertThat(find(records, "SHIRT-M").facets().categories()).containsExactly("Home & Garden");
      assertThat(find(records, "DRAFT").facets().status()).isEqualTo("draft");
      assertThat(shop.read("MUG").facets()).isEqualTo(Facets.NONE);
    }
  }

  @Test
  void readsALargeCatalogueOnceAlsoWhenEveryPageIsReadByAnotherProcess() {
    try (var shop = new TestingShop(SimulatedWooCommerce.builder(TestingShop.many(1050)).start())) {
      var records = new ArrayList<StoreRecord>();
      Optional<String> cursor = Optional.empty();
      do {
        RecordPage page = shop.inventory().page(cursor);
        records.addAll(page.records());
        assertThat(page.rejected()).isEmpty();
        cursor = page.next();
      } while (cursor.isPresent());

      assertThat(records).hasSize(1050 + 21).doesNotHaveDuplicates();
      assertThat(find(records, "P-50-M").name()).isEqualTo("The shirt-50");
    }
  }

  @Test
  void readsSeveralPagesAtOnceWithNoMoreThanFourRequestsInFlight() {
    try (var shop = new TestingShop(SimulatedWooCommerce.builder(TestingShop.many(1050)).start())) {
      shop.readAll();

      assertThat(shop.simulated.mostInFlight()).isBetween(2, 4);
      assertThat(shop.simulated.requests()).hasSizeLessThan(20);
    }
  }

  @Test
  void readsAShopWithoutTheListOfAllVariations() {
    try (var shop =
            new TestingShop(
                SimulatedWooCommerce.builder(TestingShop.everyKind())
                    .withoutVariationsEndpoint()
                    .start());
        var modern = TestingShop.open()) {
      assertThat(shop.readAll()).containsExactlyInAnyOrderElementsOf(modern.readAll());
      assertThat(shop.inventory().some(refs(shop)))
          .containsExactlyInAnyOrderElementsOf(shop.readAll());
    }
  }

  @Test
  void readsWhatItIsAskedForInAFewRequests() {
    try (var shop = TestingShop.open()) {
      var refs = refs(shop);
      var all = shop.readAll();
      shop.simulated.forgetRequests();

      var some = shop.inventory().some(refs);

      assertThat(some).containsExactlyInAnyOrderElementsOf(all);
      assertThat(shop.simulated.requests())
          .extracting(ReceivedRequest::path)
          .containsOnly("/wp-json/wc/v3/products", "/wp-json/wc/v3/variations")
          .hasSizeLessThanOrEqualTo(4);
    }
  }

  @Test
  void leavesOutWhatIsGone() {
    try (var shop = TestingShop.open()) {
      var refs = List.of(shop.read("MUG").ref(), shop.read("SHIRT-M").ref());
      shop.simulated.remove("MUG");
      shop.simulated.remove("SHIRT-M");

      assertThat(shop.inventory().some(refs)).isEmpty();
      assertThat(shop.inventory().some(List.of(RecordRef.of("999999")))).isEmpty();
      assertThat(shop.inventory().some(List.of())).isEmpty();
    }
  }

  @Test
  void getsOverAFewBadAnswers() {
    try (var shop = TestingShop.open()) {
      shop.simulated.fault(Fault.status(503).every(3));
      shop.simulated.fault(Fault.of(Fault.Kind.DROP).every(4));
      shop.simulated.fault(Fault.of(Fault.Kind.GARBAGE).every(5));

      assertThat(shop.readAll()).hasSize(10);
      assertThat(shop.time.sleeps()).isNotEmpty();
    }
  }

  @Test
  void saysWhichItemsItCannotUnderstandAndReadsTheOthers() {
    String products =
        """
        [{"id":1,"type":"simple","name":"A","sku":"A","manage_stock":true,"stock_quantity":4,"stock_status":"instock","backorders":"no"},
         {"id":2,"type":"simple","name":"B","sku":"B","manage_stock":7,"stock_quantity":4,"stock_status":"instock","backorders":"no"},
         {"id":3,"type":"simple","name":"C","sku":"C","manage_stock":true,"stock_quantity":"many","stock_status":"instock","backorders":"no"},
         {"id":4,"type":"simple","name":"D","sku":"D","manage_stock":true,"stock_quantity":4,"stock_status":"gone","backorders":"no"},
         {"type":"simple","name":"E"},
         {"id":6,"type":"grouped","name":"F","sku":"","manage_stock":false,"stock_quantity":null,"stock_status":"instock"},
         {"id":7,"type":"external","name":"G","sku":"","manage_stock":false,"stock_quantity":null,"stock_status":"instock"}]
        """;
    try (var server =
        new TestingServer(request ->
            TestingServer.Answer.json(request.path().endsWith("/products") ? products : "[]"))) {
      var page = inventory(server).page(Optional.empty());

      assertThat(page.records()).extracting(StoreRecord::sku).containsExactly("A");
      assertThat(page.rejected())
          .containsExactlyInAnyOrder(
              "WooCommerce's item 2 cannot be read: manage_stock is 7.",
              "WooCommerce's item 3 cannot be read: its stock quantity is \"many\".",
              "WooCommerce's item 4 cannot be read: its stock status is “gone”.",
              "WooCommerce's item without id cannot be read: it has no id.");
    }
  }

  @Test
  void saysWhichVariationsHaveNoProduct() {
    String variations =
        """
        [{"id":9,"parent_id":8,"sku":"X","manage_stock":true,"stock_quantity":4,"stock_status":"instock","backorders":"no","attributes":[]}]
        """;
    try (var server =
        new TestingServer(request ->
            TestingServer.Answer.json(
                request.path().endsWith("/variations") ? variations : "[]"))) {
      var inventory = inventory(server);
      var products = inventory.page(Optional.empty());

      var page = inventory.page(products.next());

      assertThat(page.next()).isEmpty();
      assertThat(page.rejected())
          .containsExactly(
              "WooCommerce's variation 9 belongs to the product 8, which is gone or in the"
                  + " trash.");
    }
  }

  @Test
  void takesNothingThatWasNotAskedFor() {
    String others =
        """
        [{"id":1,"type":"simple","name":"A","sku":"A","manage_stock":true,"stock_quantity":4,"stock_status":"instock","backorders":"no"}]
        """;
    try (var server = new TestingServer(_ -> TestingServer.Answer.json(others))) {
      assertThat(inventory(server).some(List.of(RecordRef.of("2")))).isEmpty();
    }
  }

  private static dev.trueup.store.StoreRecords inventory(TestingServer server) {
    return TestingStore.store(TestingStore.settings(server.url()), new TestingTime())
        .records(Inventory.RESOURCE, Scope.SOURCE);
  }

  private static List<RecordRef> refs(TestingShop shop) {
    return shop.readAll().stream().map(StoreRecord::ref).toList();
  }

  private static java.util.Map<String, dev.trueup.catalog.Value> values(
      List<StoreRecord> records, String sku) {
    return find(records, sku).values();
  }

  private static StoreRecord find(List<StoreRecord> records, String sku) {
    return records.stream().filter(found -> found.sku().equals(sku)).findFirst().orElseThrow();
  }
}
