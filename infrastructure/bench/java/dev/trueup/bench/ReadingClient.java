package dev.trueup.bench;

import dev.trueup.catalog.Inventory;
import dev.trueup.store.RecordPage;
import dev.trueup.store.Scope;
import dev.trueup.store.shopify.ShopifySettings;
import dev.trueup.store.shopify.ShopifyStore;
import java.net.URI;
import java.util.Optional;

/// Reads a whole Shopify store from a cursor on, keeps nothing, and prints `records seconds
/// megabytes`.
final class ReadingClient {
  private ReadingClient() {}

  public static void main(String[] args) {
    var settings = new ShopifySettings("sandbox", URI.create(args[0]), null, null, args[1]);
    var records = new ShopifyStore(settings).records(Inventory.RESOURCE, Scope.DESTINATION);
    Optional<String> cursor = Optional.of(args[2]).filter(text -> !text.isEmpty());
    long start = System.nanoTime();
    int count = 0;
    do {
      RecordPage page = records.page(cursor);
      count += page.records().size();
      cursor = page.next();
    } while (cursor.isPresent());
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.println(count + " " + seconds + " " + ChildJvm.peakHeapMegabytes());
  }
}
