package dev.trueup.compare;

import static dev.trueup.catalog.TestingRecords.record;
import static dev.trueup.catalog.TestingRecords.stock;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trueup.catalog.Inventory;
import dev.trueup.catalog.StoreRecord;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class MatcherTest {
  @Test
  void pairsBySkuWhateverItsCaseAndWhiteSpace() {
    StoreRecord source = stock("1", " ab-1 ", "Mug", 3);
    StoreRecord destination = stock("9", "AB-1", "Another name", 3);

    assertThat(match(List.of(source), List.of(destination)))
        .containsExactly(new Match.Paired(source, destination, "sku"));
  }

  @Test
  void pairsByNameAndOptionsInAnyOrderWhereThereIsNoSku() {
    StoreRecord source = record("1", "", "Hoodie", List.of("Blue", "XL"), Map.of());
    StoreRecord destination = record("9", "", "hoodie ", List.of("xl", "blue"), Map.of());

    assertThat(match(List.of(source), List.of(destination)))
        .containsExactly(new Match.Paired(source, destination, "name"));
  }

  @Test
  void keepsVariantsOfOneNameApartByTheirOptions() {
    StoreRecord blue = record("1", "", "Hoodie", List.of("Blue"), Map.of());
    StoreRecord red = record("9", "", "Hoodie", List.of("Red"), Map.of());

    assertThat(match(List.of(blue), List.of(red)))
        .containsExactlyInAnyOrder(new Match.SourceOnly(blue), new Match.DestinationOnly(red));
  }

  @Test
  void callsAKeyThatFitsTwoRecordsAmbiguous() {
    StoreRecord source = stock("1", "A", "Mug", 3);
    StoreRecord one = stock("8", "A", "Mug", 3);
    StoreRecord other = stock("9", "a", "Cup", 4);

    assertThat(match(List.of(source), List.of(one, other)))
        .containsExactly(
            new Match.Ambiguous(
                List.of(source),
                List.of(one, other),
                "sku",
                "the same sku fits one record in the source and 2 records in the destination"));
  }

  @Test
  void doesNotMatchByNameWhatIsAmbiguousBySku() {
    StoreRecord source = stock("1", "A", "Mug", 3);
    StoreRecord one = stock("8", "A", "Mug", 3);
    StoreRecord other = stock("9", "A", "Cup", 4);

    assertThat(match(List.of(source), List.of(one, other)))
        .singleElement()
        .isInstanceOf(Match.Ambiguous.class);
  }

  @Test
  void pairsALinkBeforeAnyKeyAndSoRecognisesARename() {
    StoreRecord renamed = stock("1", "NEW", "Mug", 3);
    StoreRecord destination = stock("9", "OLD", "Cup", 3);

    assertThat(
            new Matcher(Inventory.RESOURCE, new Links(Map.of("1", "9")))
                .match(List.of(renamed), List.of(destination)))
        .containsExactly(new Match.Paired(renamed, destination, "link"));
  }

  @Test
  void followsTheSkuWhereTwoRecordsHaveChangedPlaces() {
    StoreRecord source = stock("1", "A", "Mug", 3);
    StoreRecord formerly = stock("8", "B", "Cup", 3);
    StoreRecord now = stock("9", "A", "Mug", 3);

    assertThat(
            new Matcher(Inventory.RESOURCE, new Links(Map.of("1", "8")))
                .match(List.of(source), List.of(formerly, now)))
        .containsExactlyInAnyOrder(
            new Match.Paired(source, now, "sku"), new Match.DestinationOnly(formerly));
  }

  @Test
  void forgetsALinkToWhatIsGone() {
    StoreRecord source = stock("1", "A", "Mug", 3);
    StoreRecord destination = stock("9", "A", "Mug", 3);

    assertThat(
            new Matcher(Inventory.RESOURCE, new Links(Map.of("1", "77")))
                .match(List.of(source), List.of(destination)))
        .containsExactly(new Match.Paired(source, destination, "sku"));
  }

  @Property
  void putsEveryRecordInExactlyOneMatch(
      @ForAll("records") List<StoreRecord> sources,
      @ForAll("records") List<StoreRecord> destinations) {
    List<Match> matches = match(sources, destinations);

    assertThat(matches.stream().flatMap(MatcherTest::sources).map(System::identityHashCode))
        .containsExactlyInAnyOrderElementsOf(
            sources.stream().map(System::identityHashCode).toList());
    assertThat(matches.stream().flatMap(MatcherTest::destinations).map(System::identityHashCode))
        .containsExactlyInAnyOrderElementsOf(
            destinations.stream().map(System::identityHashCode).toList());
  }

  @Provide
  Arbitrary<List<StoreRecord>> records() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 1_000_000),
            Arbitraries.of("", "A", "a ", "B", "C"),
            Arbitraries.of("", "Mug", "Cup"))
        .as((id, sku, name) -> stock(id.toString(), sku, name, 1))
        .list()
        .ofMaxSize(12);
  }

  private static List<Match> match(List<StoreRecord> sources, List<StoreRecord> destinations) {
    return new Matcher(Inventory.RESOURCE, Links.NONE).match(sources, destinations);
  }

  private static Stream<StoreRecord> sources(Match match) {
    return switch (match) {
      case Match.Paired paired -> Stream.of(paired.source());
      case Match.SourceOnly(StoreRecord source) -> Stream.of(source);
      case Match.DestinationOnly _ -> Stream.of();
      case Match.Ambiguous ambiguous -> ambiguous.sources().stream();
    };
  }

  private static Stream<StoreRecord> destinations(Match match) {
    return switch (match) {
      case Match.Paired paired -> Stream.of(paired.destination());
      case Match.SourceOnly _ -> Stream.of();
      case Match.DestinationOnly(StoreRecord destination) -> Stream.of(destination);
      case Match.Ambiguous ambiguous -> ambiguous.destinations().stream();
    };
  }
}
