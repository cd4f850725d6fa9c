package dev.trueup.store.woocommerce;

import dev.trueup.catalog.Inventory;
import dev.trueup.catalog.StoreRecord;
import dev.trueup.sandbox.SeedProduct;
import dev.trueup.sandbox.SeedVariant;
import dev.trueup.sandbox.woocommerce.SimulatedWooCommerce;
import dev.trueup.store.RecordPage;
import dev.trueup.store.Scope;
import dev.trueup.store.StoreRecords;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A simulated shop with one product of every kind of stock, and the adapter in front of it.
final class TestingShop implements AutoCloseable {
  final TestingTime time = new TestingTime();
  final SimulatedWooCommerce simulated;

  private Duration requestTimeout = Duration.ofSeconds(20);

  TestingShop(SimulatedWooCommerce simulated) {
    this.simulated = simulated;
  }

  static TestingShop open() {
    return new TestingShop(SimulatedWooCommerce.builder(everyKind()).start());
  }

  TestingShop answersWithin(Duration timeout) {
    requestTimeout = timeout;
    return this;
  }

  WooCommerceStore store() {
    return TestingStore.store(
        TestingStore.settings(URI.create(simulated.url())), time, requestTimeout);
  }

  StoreRecords inventory() {
    return store().records(Inventory.RESOURCE, Scope.DESTINATION);
  }

  List<StoreRecord> readAll() {
    return readAll(this.inventory());
  }

  static List<StoreRecord> readAll(StoreRecords inventory) {
    var records = new ArrayList<StoreRecord>();
    Optional<String> cursor = Optional.empty();
    do {
      RecordPage page = inventory.page(cursor);
      records.addAll(page.records());
      cursor = page.next();
    } while (cursor.isPresent());
    return records;
  }

  StoreRecord read(String sku) {
    return readAll().stream().filter(found -> found.sku().equals(sku)).findFirst().orElseThrow();
  }

  /// MUG (9) and JUG (5) counted, POSTER and PRINT not counted, a shirt with SHIRT-M (3), SHIRT-L
  /// (0, on back order) and SHIRT-X (not counted, out of stock), a chair that counts 86 for CHAIR-R
  /// and CHAIR-B, and the draft DRAFT (1).
  static List<SeedProduct> everyKind() {
    return List.of(
        product("mug", "Mug & Saucer", true, counted("MUG", 9)),
        product("jug", "Jug", true, counted("JUG", 5)),
        product("poster", "Poster", true, uncounted("POSTER", true)),
        product("print", "Print", true, uncounted("PRINT", false)),
        variable(
            "shirt",
            List.of("Colour", "Size"),
            false,
            variant("SHIRT-M", true, 3, true, false, "Black & White", "M"),
            variant("SHIRT-L", true, 0, true, true, "Black & White", "L"),
            variant("SHIRT-X", false, 0, false, false, "Red", "X")),
        variable(
            "chair",
            List.of("Colour"),
            true,
            variant("CHAIR-R", true, 1, true, false, "Red"),
            variant("CHAIR-B", true, 1, true, false, "Blue")),
        product("draft", "Draft", false, counted("DRAFT", 1)));
  }

  /// So many products with a stock of 10 each, `P-1` and on; every 50th is a shirt in two sizes.
  static List<SeedProduct> many(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(n ->
            n % 50 == 0
                ? variable(
                    "shirt-" + n,
                    List.of("Size"),
                    false,
                    variant("P-" + n + "-M", true, 10, true, false, "M"),
                    variant("P-" + n + "-L", true, 10, true, false, "L"))
                : product("p-" + n, "Product " + n, true, counted("P-" + n, 10)))
        .toList();
  }

  private static SeedProduct product(
      String handle, String name, boolean published, SeedVariant variant) {
    return new SeedProduct(
        handle,
        name,
        "<p>About it</p>",
        "",
        "",
        List.of("Home & Garden"),
        List.of("new"),
        published,
        List.of(),
        List.of(variant),
        false,
        0);
  }

  private static SeedProduct variable(
      String handle, List<String> options, boolean stockAtParent, SeedVariant... variants) {
    return new SeedProduct(
        handle,
        "The " + handle,
        "",
        "",
        "",
        List.of("Home & Garden"),
        List.of(),
        true,
        options,
        List.of(variants),
        stockAtParent,
        86);
  }

  private static SeedVariant counted(String sku, int quantity) {
    return variant(sku, true, quantity, quantity > 0, false);
  }

  private static SeedVariant uncounted(String sku, boolean inStock) {
    return variant(sku, false, 0, inStock, false);
  }

  private static SeedVariant variant(
      String sku,
      boolean tracked,
      int quantity,
      boolean inStock,
      boolean backorders,
      String... options) {
    return new SeedVariant(
        List.of(options),
        sku,
        new BigDecimal("5.75"),
        null,
        tracked,
        quantity,
        inStock,
        backorders,
        200,
        "");
  }

  @Override
  public void close() {
    simulated.close();
  }
}
