package dev.trueup.store.export;

import dev.trueup.catalog.Facets;
import dev.trueup.catalog.Inventory;
import dev.trueup.catalog.RecordRef;
import dev.trueup.catalog.StoreRecord;
import dev.trueup.catalog.Value;
import dev.trueup.store.Capabilities;
import dev.trueup.store.Capabilities.Feature;
import dev.trueup.store.Outcome;
import dev.trueup.store.RecordPage;
import dev.trueup.store.StoreException;
import dev.trueup.store.StoreException.Kind;
import dev.trueup.store.StoreRecords;
import dev.trueup.store.Write;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The stock in an export, a record per variant. The cursor is how many records came before.
final class ExportInventory implements StoreRecords {
  private static final int PAGE_SIZE = 1_000;

  private final ExportFile file;
  private final int pageSize;
  private final List<StoreRecord> records;
  private final Map<String, StoreRecord> recordsById;

  ExportInventory(ExportFile file) {
    this(file, PAGE_SIZE);
  }

  ExportInventory(ExportFile file, int pageSize) {
    this.file = file;
    this.pageSize = pageSize;
    this.records =
        file.products().stream()
            .flatMap(product -> product.variants().stream().map(variant -> of(product, variant)))
            .toList();
    this.recordsById =
        records.stream().collect(Collectors.toMap(StoreRecord::id, Function.identity()));
  }

  /// WooCommerce's own rule: an item that is not counted can be out of stock there.
  @Override
  public Capabilities capabilities() {
    Set<Feature> features =
        switch (file.platform()) {
          case WOOCOMMERCE -> Set.of(Feature.UNTRACKED_OUT_OF_STOCK);
          case SHOPIFY -> Set.of();
        };
    return new Capabilities(1, 1, 1, features);
  }

  @Override
  public RecordPage page(Optional<String> cursor) {
    int from = cursor.map(this::position).orElse(0);
    int to = Math.min(from + pageSize, records.size());
    return new RecordPage(
        records.subList(from, to),
        from == 0 ? file.rejected() : List.of(),
        to == records.size() ? null : Integer.toString(to));
  }

  private int position(String cursor) {
    if (cursor.matches("\\d{1,9}") && Integer.parseInt(cursor) <= records.size()) {
      return Integer.parseInt(cursor);
    }
    throw new StoreException(
        file.platform(),
        Kind.REJECTED,
        "the product export " + file.name() + " was replaced while it was read: start again");
  }

  @Override
  public List<StoreRecord> some(Collection<RecordRef> refs) {
    return refs.stream().flatMap(ref -> Stream.ofNullable(recordsById.get(ref.id()))).toList();
  }

  @Override
  public List<Outcome> write(String key, List<Write> writes, Instant deadline) {
    Outcome refused =
        new Outcome.Refused(
            file.name() + " is an exported file: connect the store itself to change it");
    return writes.stream().map(_ -> refused).toList();
  }

  private static StoreRecord of(ExportedProduct product, ExportedVariant variant) {
    return new StoreRecord(
        new RecordRef(variant.id(), variant.id().equals(product.id()) ? "" : product.id()),
        product.name(),
        variant.sku(),
        variant.optionValues().stream().filter(value -> !value.isEmpty()).toList(),
        values(variant),
        new Facets(product.categories(), product.tags(), product.status()),
        restriction(variant.stock()));
  }

  private static Map<String, Value> values(ExportedVariant variant) {
    return switch (variant.stock()) {
      case ExportedStock.Counted(int quantity) -> Inventory.tracked(quantity, variant.inStock());
      case ExportedStock.CountedAtProduct(int quantity) ->
          Inventory.tracked(quantity, variant.inStock());
      case ExportedStock.Uncounted() -> Inventory.untracked(variant.inStock());
    };
  }

  private static @Nullable String restriction(ExportedStock stock) {
    return switch (stock) {
      case ExportedStock.CountedAtProduct _ ->
          "its stock is counted on the product and shared by all its variations";
      case ExportedStock.Counted _, ExportedStock.Uncounted _ -> null;
    };
  }
}
