package dev.trueup.store.woocommerce;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trueup.catalog.RecordRef;
import dev.trueup.catalog.StoreRecord;
import dev.trueup.store.RecordPage;
import dev.trueup.store.woocommerce.InventoryCursor.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the stock of a shop: one record for each product that is one thing, one for each variation
/// of the others. Grouped and external products have no stock and are no records.
final class InventoryReader {
  private final WooCommerceClient client;
  private final boolean facets;
  private final Lookup lookup;
  private final Parents parents;
  private final VariationList variationList;

  /// @param facets whether categories, tags and status are needed
  InventoryReader(WooCommerceClient client, VariationList variationList, boolean facets) {
    this.client = client;
    this.facets = facets;
    this.lookup = new Lookup(client::getAll, facets);
    this.parents = new Parents(lookup);
    this.variationList = variationList;
  }

  RecordPage page(Optional<String> cursor) {
    InventoryCursor from = cursor.map(InventoryCursor::parse).orElseGet(this::start);
    return switch (from.part()) {
      case PRODUCTS -> products(from.position());
      case VARIATIONS -> variations(from.position());
      case PRODUCTS_WITH_VARIATIONS -> productsWithVariations(from.position());
    };
  }

  private InventoryCursor start() {
    return new InventoryCursor(
        variationList.exists() ? Part.PRODUCTS : Part.PRODUCTS_WITH_VARIATIONS, ListPosition.START);
  }

  private RecordPage products(ListPosition from) {
    var window = productList().window(from, WooCommerceClient.PAGES_AT_ONCE);
    var page = new InventoryPage();
    window.entries().forEach(entry -> page.understand(() -> addProduct(page, entry)));
    return page.upTo(
        window
            .next()
            .map(position -> new InventoryCursor(Part.PRODUCTS, position))
            .or(() -> Optional.of(new InventoryCursor(Part.VARIATIONS, ListPosition.START))));
  }

  private RecordPage variations(ListPosition from) {
    var list = new ListReader(client, StockItems.variations(StockItems.VARIATIONS));
    var window = list.window(from, WooCommerceClient.PAGES_AT_ONCE);
    var page = new InventoryPage();
    addVariations(page, "", window.entries());
    return page.upTo(window.next().map(position -> new InventoryCursor(Part.VARIATIONS, position)));
  }

  private RecordPage productsWithVariations(ListPosition from) {
    var window = productList().window(from, 1);
    var page = new InventoryPage();
    var withVariations = new ArrayList<String>();
    for (JsonNode entry : window.entries()) {
      page.understand(() -> {
        StockItem product = addProduct(page, entry);
        if (product.hasVariations()) {
          withVariations.add(product.ref().id());
        }
      });
    }
    for (String id : withVariations) {
      var list = new ListReader(client, StockItems.variations(StockItems.variationsOf(id)));
      addVariations(page, id, list.all());
    }
    return page.upTo(
        window.next().map(at -> new InventoryCursor(Part.PRODUCTS_WITH_VARIATIONS, at)));
  }

  /// Reads these now; what no longer exists is left out.
  List<StoreRecord> some(Collection<RecordRef> refs) {
    Map<String, List<String>> idsByParent =
        refs.stream().collect(groupingBy(RecordRef::parentId, mapping(RecordRef::id, toList())));
    var page = new InventoryPage();
    for (JsonNode entry : lookup.products(idsByParent.getOrDefault("", List.of()))) {
      page.understand(() -> addProduct(page, entry));
    }
    idsByParent.remove("");
    if (idsByParent.size() > 1 && variationList.exists()) {
      var ids = idsByParent.values().stream().flatMap(List::stream).toList();
      addVariations(page, "", lookup.variations(StockItems.VARIATIONS, ids));
    } else {
      idsByParent.forEach((parent, ids) ->
          addVariations(page, parent, lookup.variations(StockItems.variationsOf(parent), ids)));
    }
    return page.records();
  }

  private ListReader productList() {
    return new ListReader(client, StockItems.products(facets));
  }

  private StockItem addProduct(InventoryPage page, JsonNode entry) {
    StockItem product = StockItems.product(entry);
    if (product.hasVariations()) {
      parents.remember(entry);
    }
    if (product.isUnit()) {
      page.add(product.toRecord());
    }
    return product;
  }

  private void addVariations(InventoryPage page, String parentId, List<JsonNode> entries) {
    var items = new ArrayList<StockItem>();
    entries.forEach(
        entry -> page.understand(() -> items.add(StockItems.variation(entry, parentId))));
    parents.require(items.stream().map(item -> item.ref().parentId()).toList());
    for (StockItem item : items) {
      parents
          .find(item.ref().parentId())
          .ifPresentOrElse(
              parent -> page.add(item.toRecord(parent)), () -> page.reject(orphan(item)));
    }
  }

  private static String orphan(StockItem item) {
    return "WooCommerce's variation %s belongs to the product %s, which is gone or in the trash."
        .formatted(item.ref().id(), item.ref().parentId());
  }
}
