package dev.trueup.sandbox.shopify;

import java.time.Instant;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Pages and counts of products, variants and items. No page costs more than its own length, unless
/// a query has to be tried on everything.
final class CatalogueSearch {
  private final Catalogue catalogue;

  CatalogueSearch(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  Page<StoreProduct> products(@Nullable String query, PageRequest request) {
    return page(catalogue.products(), products(query), request, product -> product.number);
  }

  Page<StoreProduct> productsByUpdate(@Nullable String query, PageRequest request) {
    Catalogue.ProductAt from =
        request
            .after()
            .map(after -> new Catalogue.ProductAt(after.sortedAt(), after.number()))
            .orElse(new Catalogue.ProductAt(Instant.MIN, 0));
    Iterable<StoreProduct> rest =
        () ->
            catalogue.productsByUpdate().tailSet(from, false).stream()
                .map(key -> catalogue.products().get(key.number()))
                .filter(Objects::nonNull)
                .iterator();
    return Page.take(
        rest,
        products(query)::matches,
        request,
        product -> new Cursor(product.number, product.updatedAt));
  }

  Page<StoreVariant> variants(@Nullable String query, PageRequest request) {
    return page(catalogue.variants(), variants(query, false), request, found -> found.number);
  }

  Page<ItemView> items(@Nullable String query, PageRequest request) {
    Page<StoreVariant> found =
        page(catalogue.variants(), variants(query, true), request, variant -> variant.number);
    return new Page<>(
        found.nodes().stream().map(ItemView::new).toList(),
        item -> Cursor.at(item.variant().number),
        found.hasNext(),
        found.hasPrevious());
  }

  /// How many match, counted no further than one above the limit.
  long countProducts(@Nullable String query, long limit) {
    return count(catalogue.products(), products(query), limit);
  }

  long countVariants(@Nullable String query, long limit) {
    return count(catalogue.variants(), variants(query, false), limit);
  }

  private Search<StoreProduct> products(@Nullable String query) {
    return new Search.OfProducts(SearchQuery.parse(query), catalogue);
  }

  private Search<StoreVariant> variants(@Nullable String query, boolean items) {
    return new Search.OfVariants(SearchQuery.parse(query), catalogue, items);
  }

  private static <T> Page<T> page(
      NavigableMap<Long, T> all,
      Search<T> search,
      PageRequest request,
      Function<T, Long> numberOf) {
    long after = request.after().map(Cursor::number).orElse(-1L);
    Optional<Collection<T>> few = search.candidates(numberOf);
    return Page.take(
        few.orElseGet(() -> all.tailMap(after, false).values()),
        found -> numberOf.apply(found) > after && search.matches(found),
        request,
        found -> Cursor.at(numberOf.apply(found)));
  }

  private static <T> long count(NavigableMap<Long, T> all, Search<T> search, long limit) {
    return all.values().stream().filter(search::matches).limit(limit + 1).count();
  }
}
