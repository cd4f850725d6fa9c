package dev.trueup.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trueup.sandbox.shopify.SearchQuery.Term;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQueryTest {
  private final Catalogue catalogue =
      new CatalogueSeeding(
              List.of(new StoreLocation(0, "Main", true, null)), Set.of(), Instant.EPOCH)
          .seed(TestingSeed.small());

  @Test
  void readsTermsValuesInQuotesAndAlternatives() {
    assertThat(SearchQuery.parse("sku:'A 1' OR sku:\"B\" status:active OR id:7 AND id:>5").anyOf())
        .containsExactly(
            List.of(new Term.Sku("A 1")),
            List.of(new Term.Sku("B"), new Term.Status("ACTIVE")),
            List.of(new Term.Id(7), new Term.IdAbove(5)));
  }

  @Test
  void readsTimes() {
    Instant noon = Instant.parse("2026-11-22T12:00:00Z");

    assertThat(SearchQuery.parse("updated_at:>='2026-11-22T12:00:00Z'").anyOf())
        .containsExactly(List.of(new Term.UpdatedFrom(noon)));
    assertThat(SearchQuery.parse("updated_at:>2026-11-22T12:00:00Z").anyOf())
        .containsExactly(List.of(new Term.UpdatedAfter(noon)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cup",
        "sku:",
        "sku:CUP*",
        "sku:A OR",
        "OR sku:A",
        "(sku:A)",
        "-sku:A",
        "vendor:me",
        "id:abc",
        "sku:>A",
        "updated_at:yesterday",
        "updated_at:>=2026-11-22"
      })
  void refusesWhatItDoesNotUnderstand(String query) {
    assertThatThrownBy(() -> SearchQuery.parse(query))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("does not simulate the search query");
  }

  @ParameterizedTest
  @CsvSource({
    "sku:cup-1, Cup",
    "sku:SHIRT-M, Shirt & Co",
    "sku:TWIN, Twin one|Twin two",
    "sku:NONE, ''",
    "status:draft, Gift",
    "id:8100000000001, Shirt & Co",
    "id:>8100000000002, Twin one|Twin two",
    "sku:TWIN OR sku:CUP-1, Cup|Twin one|Twin two",
    "status:active sku:GIFT, ''"
  })
  void findsProducts(String query, String names) {
    Page<StoreProduct> found =
        new CatalogueSearch(catalogue).products(query, new PageRequest(10, Optional.empty()));

    assertThat(String.join("|", found.nodes().stream().map(p -> p.seed.name()).toList()))
        .isEqualTo(names);
  }
}
