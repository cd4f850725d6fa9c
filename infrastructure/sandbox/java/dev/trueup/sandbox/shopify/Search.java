package dev.trueup.sandbox.shopify;

import dev.trueup.sandbox.shopify.SearchQuery.Term;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds what a [SearchQuery] asks for: by index when every group names a SKU or an id, else by
/// testing one after the other.
abstract sealed class Search<T> {
  private final SearchQuery query;

  Search(SearchQuery query) {
    this.query = query;
  }

  abstract boolean matches(T candidate, Term term);

  /// What can match the term at most, or empty when only a scan can tell.
  abstract Optional<Collection<T>> candidates(Term term);

  boolean matches(T candidate) {
    return query.anyOf().isEmpty()
        || query.anyOf().stream()
            .anyMatch(group -> group.stream().allMatch(term -> matches(candidate, term)));
  }

  /// The few that can match, in the order of their numbers, or empty when only a scan can tell.
  Optional<Collection<T>> candidates(Function<T, Long> numberOf) {
    if (query.anyOf().isEmpty()) {
      return Optional.empty();
    }
    TreeMap<Long, T> found = new TreeMap<>();
    for (List<Term> group : query.anyOf()) {
      Optional<Collection<T>> few = group.stream().flatMap(term -> stream(term)).findFirst();
      if (few.isEmpty()) {
        return Optional.empty();
      }
      few.get().forEach(candidate -> found.put(numberOf.apply(candidate), candidate));
    }
    return Optional.of(found.values());
  }

  private Stream<Collection<T>> stream(Term term) {
    return candidates(term).stream();
  }

  static final class OfProducts extends Search<StoreProduct> {
    private final Catalogue catalogue;

    OfProducts(SearchQuery query, Catalogue catalogue) {
      super(query);
      this.catalogue = catalogue;
    }

    @Override
    boolean matches(StoreProduct product, Term term) {
      return switch (term) {
        case Term.Sku(String sku) ->
            product.variants.stream().anyMatch(variant -> hasSku(variant, sku));
        case Term.Id(long number) -> product.number == number;
        case Term.IdAbove(long number) -> product.number > number;
        case Term.UpdatedFrom(var from) -> !product.updatedAt.isBefore(from);
        case Term.UpdatedAfter(var after) -> product.updatedAt.isAfter(after);
        case Term.Status(String status) -> product.status().equals(status);
      };
    }

    @Override
    Optional<Collection<StoreProduct>> candidates(Term term) {
      return switch (term) {
        case Term.Sku(String sku) ->
            Optional.of(
                new LinkedHashSet<>(
                    catalogue.skus().find(sku).stream().map(found -> found.product).toList()));
        case Term.Id(long number) -> Optional.of(single(catalogue.products().get(number)));
        case Term.IdAbove _, Term.UpdatedFrom _, Term.UpdatedAfter _, Term.Status _ ->
            Optional.empty();
      };
    }
  }

  /// Variants, or their inventory items.
  static final class OfVariants extends Search<StoreVariant> {
    private final Catalogue catalogue;
    private final boolean items;

    OfVariants(SearchQuery query, Catalogue catalogue, boolean items) {
      super(query);
      this.catalogue = catalogue;
      this.items = items;
    }

    @Override
    boolean matches(StoreVariant variant, Term term) {
      var updatedAt = items ? variant.itemUpdatedAt : variant.updatedAt;
      return switch (term) {
        case Term.Sku(String sku) -> hasSku(variant, sku);
        case Term.Id(long number) -> variant.number == variantNumber(number);
        case Term.IdAbove(long number) -> variant.number > variantNumber(number);
        case Term.UpdatedFrom(var from) -> !updatedAt.isBefore(from);
        case Term.UpdatedAfter(var after) -> updatedAt.isAfter(after);
        case Term.Status(String status) ->
            throw ApiException.notSimulated("status:" + status + " on variants and items");
      };
    }

    @Override
    Optional<Collection<StoreVariant>> candidates(Term term) {
      return switch (term) {
        case Term.Sku(String sku) -> Optional.of(catalogue.skus().find(sku));
        case Term.Id(long number) ->
            Optional.of(single(catalogue.variants().get(variantNumber(number))));
        case Term.IdAbove _, Term.UpdatedFrom _, Term.UpdatedAfter _, Term.Status _ ->
            Optional.empty();
      };
    }

    private long variantNumber(long number) {
      return items ? StoreVariant.ofItem(number) : number;
    }
  }

  private static <T> List<T> single(@Nullable T found) {
    return found == null ? List.of() : List.of(found);
  }

  private static boolean hasSku(StoreVariant variant, String sku) {
    String own = variant.item.sku();
    return own != null && own.equalsIgnoreCase(sku);
  }
}
