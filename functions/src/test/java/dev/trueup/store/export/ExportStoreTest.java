package dev.trueup.store.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trueup.catalog.Inventory;
import dev.trueup.catalog.Platform;
import dev.trueup.catalog.RecordRef;
import dev.trueup.catalog.StoreRecord;
import dev.trueup.catalog.Value;
import dev.trueup.compare.Links;
import dev.trueup.compare.Match;
import dev.trueup.compare.Matcher;
import dev.trueup.store.Capabilities.Feature;
import dev.trueup.store.Outcome;
import dev.trueup.store.RecordPage;
import dev.trueup.store.Scope;
import dev.trueup.store.StoreException;
import dev.trueup.store.StoreRecords;
import dev.trueup.store.Write;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExportStoreTest {
  private static final Path SHOPIFY =
      Path.of("functions/src/test/resources/export/shopify-current.csv");
  private static final Path WOOCOMMERCE =
      Path.of("infrastructure/sandbox/resources/sandbox/woocommerce-awkward-products.csv");

  @Test
  void isKnownByTheNameOfItsFile() {
    ExportStore store = ExportStore.open(SHOPIFY);

    assertThat(store.platform()).isEqualTo(Platform.SHOPIFY);
    assertThat(store.identity()).isEqualTo("shopify-current.csv");
    assertThat(store.connect().version()).isEqualTo("Shopify product export");
    assertThat(store.connect().warnings()).isEmpty();
  }

  @Test
  void hasARecordForEveryVariantOfAShopifyExport() {
    List<StoreRecord> records = inventory(SHOPIFY).page(Optional.empty()).records();

    assertThat(records).hasSize(4);
    StoreRecord small = records.getFirst();
    assertThat(small.ref()).isEqualTo(new RecordRef("linen-shirt/S/White%2FEcru", "linen-shirt"));
    assertThat(small.displayName()).isEqualTo("Linen Shirt (S, White/Ecru)");
    assertThat(small.values()).isEqualTo(Inventory.tracked(5, true));
    assertThat(records.get(1).values()).isEqualTo(Inventory.tracked(-2, true));
    assertThat(records.get(2).ref()).isEqualTo(RecordRef.of("gift-wrap"));
    assertThat(records.get(2).values()).isEqualTo(Inventory.untracked(true));
    assertThat(records.get(3).values()).isEqualTo(Inventory.tracked(0, false));
  }

  @Test
  void hasARecordForEveryProductAndVariationOfAWooCommerceExport() {
    List<StoreRecord> records = inventory(WOOCOMMERCE).page(Optional.empty()).records();

    assertThat(records)
        .extracting(StoreRecord::id)
        .containsExactly(
            "501", "502", "504", "505", "507", "508", "509", "510", "511", "512", "513");
    StoreRecord poster = records.get(3);
    assertThat(poster.ref()).isEqualTo(new RecordRef("505", "503"));
    assertThat(poster.displayName()).isEqualTo("Map Poster (A2, Gloss, heavy)");
    assertThat(record(records, "510").values()).isEqualTo(Inventory.untracked(false));
    assertThat(record(records, "511").values()).isEqualTo(Inventory.tracked(-3, true));
    assertThat(record(records, "513").facets().status()).isEqualTo("draft");
  }

  @Test
  void showsSharedStockOnEachVariationAndKeepsItOutOfWrites() {
    StoreRecord rope = record(inventory(WOOCOMMERCE).page(Optional.empty()).records(), "507");

    assertThat(rope.value(Inventory.QUANTITY)).isEqualTo(Value.of(120));
    assertThat(rope.restriction())
        .isEqualTo("its stock is counted on the product and shared by all its variations");
  }

  @Test
  void givesEveryRecordOnceOverAllPages() {
    StoreRecords inventory = new ExportInventory(ExportFile.read(WOOCOMMERCE), 3);
    List<String> ids = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      RecordPage page = inventory.page(cursor);
      page.records().forEach(found -> ids.add(found.id()));
      cursor = page.next();
    } while (cursor.isPresent());

    assertThat(ids).hasSize(11).doesNotHaveDuplicates();
  }

  @Test
  void refusesACursorOfALongerFile() {
    assertThatThrownBy(() -> inventory(SHOPIFY).page(Optional.of("5000")))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            "the product export shopify-current.csv was replaced while it was read: start again");
  }

  @Test
  void countsARejectedRowOnce() {
    ExportFile file =
        ExportFile.parse(
            "stock.csv",
            """
            ID,Type,SKU,Name,In stock?,Stock,Parent
            1,simple,A,Apron,1,none,
            2,simple,B,Basket,1,2,
            3,simple,C,Candle,1,3,
            """);
    StoreRecords inventory = new ExportInventory(file, 1);

    RecordPage first = inventory.page(Optional.empty());
    RecordPage second = inventory.page(first.next());

    assertThat(first.rejected()).hasSize(1);
    assertThat(second.rejected()).isEmpty();
    assertThat(second.next()).isEmpty();
    assertThat(new ExportStore(file).connect().warnings()).isEqualTo(first.rejected());
  }

  @Test
  void readsSomeAndLeavesOutWhatTheFileDoesNotHold() {
    List<StoreRecord> some =
        inventory(WOOCOMMERCE).some(List.of(RecordRef.of("502"), RecordRef.of("9999")));

    assertThat(some).extracting(StoreRecord::sku).containsExactly("FILTER-GRUEN");
  }

  @Test
  void givesRecordsThatMatchAcrossThePlatforms() {
    ExportFile wooCommerce =
        ExportFile.parse(
            "woocommerce.csv",
            """
            ID,Type,SKU,Name,In stock?,Stock,Parent,Attribute 1 name,Attribute 1 value(s)
            1,simple,MILL,Salt &amp; Pepper Mill,1,4,,,
            2,variable,,Rope & Hook,1,,,Colour,"Red, Blue"
            3,variation,,Rope & Hook - Red,1,9,id:2,Colour,Red
            """);
    ExportFile shopify =
        ExportFile.parse(
            "shopify.csv",
            """
            Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty
            rope,Rope & Hook,Color,red,,shopify,7
            mill,Salt & Pepper Mill,Title,Default Title,'mill,shopify,4
            """);

    List<Match> matches =
        new Matcher(Inventory.RESOURCE, Links.NONE)
            .match(
                new ExportInventory(wooCommerce).page(Optional.empty()).records(),
                new ExportInventory(shopify).page(Optional.empty()).records());

    assertThat(matches)
        .map(match -> ((Match.Paired) match).matchedBy())
        .containsExactlyInAnyOrder("sku", "name");
  }

  @Test
  void takesNoWrites() {
    StoreRecords inventory = inventory(WOOCOMMERCE);
    Write write =
        new Write(
            RecordRef.of("501"),
            Map.of(Inventory.QUANTITY, Value.of(14)),
            Map.of(Inventory.QUANTITY, Value.of(15)));

    assertThat(inventory.capabilities().has(Feature.WRITES)).isFalse();
    assertThat(inventory.write("key", List.of(write), Instant.MAX))
        .containsExactly(
            new Outcome.Refused(
                "woocommerce-awkward-products.csv is an exported file: connect the store itself to"
                    + " change it"));
  }

  @Test
  void knowsThatOnlyWooCommerceHasUncountedItemsOutOfStock() {
    assertThat(inventory(WOOCOMMERCE).capabilities().has(Feature.UNTRACKED_OUT_OF_STOCK)).isTrue();
    assertThat(inventory(SHOPIFY).capabilities().has(Feature.UNTRACKED_OUT_OF_STOCK)).isFalse();
  }

  @Test
  void refusesLocations() {
    Scope berlin = new Scope(List.of("Berlin"), "", false, false);

    assertThatThrownBy(() -> ExportStore.open(SHOPIFY).records(Inventory.RESOURCE, berlin))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            "the product export shopify-current.csv does not tell locations apart: leave out the"
                + " 'locations' policy");
  }

  private static StoreRecords inventory(Path file) {
    return ExportStore.open(file).records(Inventory.RESOURCE, Scope.SOURCE);
  }

  private static StoreRecord record(List<StoreRecord> records, String id) {
    return records.stream().filter(found -> found.id().equals(id)).findFirst().orElseThrow();
  }
}
