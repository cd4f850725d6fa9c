package dev.trueup.plan;

import static dev.trueup.catalog.Inventory.OUT_OF_STOCK;
import static dev.trueup.catalog.Inventory.QUANTITY;
import static dev.trueup.catalog.Inventory.STATUS;
import static dev.trueup.catalog.Inventory.TRACKED;
import static dev.trueup.catalog.TestingRecords.restricted;
import static dev.trueup.catalog.TestingRecords.stock;
import static dev.trueup.catalog.TestingRecords.uncounted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trueup.catalog.StoreRecord;
import dev.trueup.catalog.Value;
import dev.trueup.compare.FieldDifference;
import dev.trueup.compare.Links;
import dev.trueup.store.Capabilities;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class PlannerTest {
  private static final Capabilities ALWAYS_SELLS_UNCOUNTED =
      new Capabilities(250, 1000, 4, Set.of(Capabilities.Feature.WRITES));
  private static final Capabilities EXPRESSES_ALL =
      new Capabilities(100, 100, 4, Set.of(Capabilities.Feature.values()));

  @Test
  void updatesAQuantityThatDiffersAndLeavesTheRest() {
    Plan plan =
        plan(
            List.of(stock("1", "A", "Mug", 7), stock("2", "B", "Cup", 5)),
            List.of(stock("8", "A", "Mug", 9), stock("9", "B", "Cup", 5)));

    assertThat(plan.changes())
        .singleElement()
        .satisfies(change -> {
          assertThat(change.action()).isEqualTo(Action.UPDATE);
          assertThat(change.seq()).isEqualTo(1);
          assertThat(change.fields())
              .containsExactly(new FieldDifference(QUANTITY, Value.of(9), Value.of(7)));
        });
    assertThat(plan.tally().matched()).isEqualTo(2);
    assertThat(plan.tally().differences()).isEqualTo(1);
  }

  @Test
  void listsWhatIsInSyncOnlyWhereItIsNamed() {
    var filter = new Filter(List.of("b"), List.of("8"), List.of(), List.of(), List.of());
    Plan plan =
        new Planner(new InventoryRules(), Policies.DEFAULTS.withFilter(filter), EXPRESSES_ALL)
            .plan(
                List.of(
                    stock("1", "A", "Mug", 7),
                    stock("2", "B", "Cup", 5),
                    stock("3", "C", "Jar", 1)),
                List.of(
                    stock("8", "A", "Mug", 7),
                    stock("9", "B", "Cup", 5),
                    stock("10", "C", "Jar", 1)),
                Links.NONE);

    assertThat(plan.changes()).extracting(Change::sku).containsExactly("B", "A");
    assertThat(plan.changes()).extracting(Change::action).containsOnly(Action.IN_SYNC);
    assertThat(plan.tally().differences()).isZero();
  }

  @Test
  void startsCountingWhereOnlyTheSourceCounts() {
    Plan plan = plan(List.of(stock("1", "A", "Mug", 7)), List.of(uncounted("8", "A", true)));

    assertThat(plan.changes().getFirst().after())
        .isEqualTo(Map.of(QUANTITY, Value.of(7), TRACKED, Value.of(true)));
  }

  @Test
  void stopsCountingWhereTheSourceDoesNotCount() {
    Plan plan = plan(List.of(uncounted("1", "A", true)), List.of(stock("8", "A", "Mug", 7)));

    assertThat(plan.changes().getFirst().after())
        .isEqualTo(Map.of(QUANTITY, Value.absent(), TRACKED, Value.of(false)));
  }

  @Test
  void refusesWhatTheDestinationCannotExpress() {
    Plan plan =
        new Planner(new InventoryRules(), Policies.DEFAULTS, ALWAYS_SELLS_UNCOUNTED)
            .plan(
                List.of(uncounted("1", "A", false)),
                List.of(stock("8", "A", "Mug", 7)),
                Links.NONE);

    assertThat(plan.changes()).extracting(Change::action).containsExactly(Action.REFUSED);
    assertThat(plan.changes().getFirst().note()).contains("track its stock in the source");
    assertThat(plan.tally().differences()).isZero();
    assertThat(plan.tally().refused()).isEqualTo(1);
  }

  @Test
  void takesOutOfStockForWhatItIsWhereverItIsExpressedOtherwise() {
    Plan plan =
        new Planner(new InventoryRules(), Policies.DEFAULTS, ALWAYS_SELLS_UNCOUNTED)
            .plan(
                List.of(uncounted("1", "A", false)),
                List.of(stock("8", "A", "Mug", 0)),
                Links.NONE);

    assertThat(plan.changes()).isEmpty();
  }

  @Test
  void refusesARestrictedRecordWithItsReason() {
    Plan plan =
        plan(
            List.of(stock("1", "A", "Mug", 7)),
            List.of(restricted(stock("8", "A", "Mug", 9), "its stock is counted elsewhere")));

    assertThat(plan.changes())
        .singleElement()
        .satisfies(change -> {
          assertThat(change.action()).isEqualTo(Action.REFUSED);
          assertThat(change.note()).isEqualTo("its stock is counted elsewhere");
        });
  }

  @Test
  void doesNotMentionARestrictedRecordThatIsAsItShouldBe() {
    Plan plan =
        plan(
            List.of(stock("1", "A", "Mug", 7)),
            List.of(restricted(stock("8", "A", "Mug", 7), "its stock is counted elsewhere")));

    assertThat(plan.changes()).isEmpty();
  }

  @Test
  void reportsWhatIsMissingOnEitherSide() {
    Plan plan = plan(List.of(stock("1", "A", "Mug", 7)), List.of(stock("8", "B", "Cup", 9)));

    assertThat(plan.changes())
        .extracting(Change::action)
        .containsExactlyInAnyOrder(Action.MISSING_IN_DESTINATION, Action.MISSING_IN_SOURCE);
    assertThat(plan.tally().differences()).isZero();
  }

  @Test
  void zeroesWhatTheSourceDoesNotHaveWhenAskedTo() {
    Plan plan =
        plan(
            List.of(),
            List.of(
                stock("7", "A", "Mug", 9), stock("8", "B", "Cup", 0), uncounted("9", "C", true)),
            with(Policies.MissingInSource.ZERO));

    assertThat(plan.changes()).extracting(Change::action).containsOnly(Action.ZERO);
    assertThat(plan.changes())
        .extracting(Change::after)
        .containsExactlyInAnyOrder(Map.of(QUANTITY, Value.of(0)), Map.of(STATUS, OUT_OF_STOCK));
    assertThat(plan.tally().zeroed()).isEqualTo(2);
    assertThat(plan.tally().missingInSource()).isEqualTo(3);
  }

  @Test
  void showsAnAmbiguousMatchAndNeverWritesIt() {
    Plan plan =
        plan(
            List.of(stock("1", "A", "Mug", 7)),
            List.of(stock("8", "A", "Mug", 9), stock("9", "A", "Mug", 9)));

    assertThat(plan.changes())
        .singleElement()
        .satisfies(change -> {
          assertThat(change.action()).isEqualTo(Action.AMBIGUOUS);
          assertThat(change.note()).contains("sku").contains("8, 9");
          assertThat(new Selection.All().takes(change)).isFalse();
        });
  }

  @Test
  void looksOnlyAtTheNamedItemsAndStillCountsTheOthers() {
    var filter = new Filter(List.of("a"), List.of(), List.of(), List.of(), List.of());
    Plan plan =
        plan(
            List.of(stock("1", "A", "Mug", 7), stock("2", "B", "Cup", 7)),
            List.of(stock("8", "A", "Mug", 9), stock("9", "B", "Cup", 9)),
            Policies.DEFAULTS.withFilter(filter));

    assertThat(plan.changes()).extracting(Change::sku).containsExactly("A");
    assertThat(plan.tally().sourceRead()).isEqualTo(2);
    assertThat(plan.tally().outOfScopeInSource()).isEqualTo(1);
  }

  @Test
  void bindsTheDigestToEveryValue() {
    List<Change> seven =
        plan(List.of(stock("1", "A", "M", 7)), List.of(stock("8", "A", "M", 9))).changes();
    List<Change> six =
        plan(List.of(stock("1", "A", "M", 6)), List.of(stock("8", "A", "M", 9))).changes();
    List<Change> moved =
        plan(List.of(stock("1", "A", "M", 7)), List.of(stock("8", "A", "M", 8))).changes();

    assertThat(Digest.of("head", seven))
        .hasSize(64)
        .isEqualTo(Digest.of("head", seven))
        .isNotEqualTo(Digest.of("head", six))
        .isNotEqualTo(Digest.of("head", moved))
        .isNotEqualTo(Digest.of("another head", seven));
  }

  @Property
  void planningAgainAfterApplyingFindsNothing(
      @ForAll("items") List<StoreRecord> sources, @ForAll("items") List<StoreRecord> destinations) {
    Policies policies = with(Policies.MissingInSource.ZERO);
    Plan plan = plan(sources, destinations, policies);

    Map<String, Change> changes = new HashMap<>();
    plan.changes().stream()
        .filter(new Selection.All()::takes)
        .forEach(change -> changes.put(change.destinationId().orElseThrow(), change));
    List<StoreRecord> applied = new ArrayList<>();
    for (StoreRecord record : destinations) {
      Change change = changes.get(record.id());
      applied.add(change == null ? record : applied(record, change));
    }

    assertThat(plan(sources, applied, policies).tally().differences()).isZero();
  }

  @Provide
  Arbitrary<List<StoreRecord>> items() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 20),
            Arbitraries.integers().between(-3, 5),
            Arbitraries.of(true, true, false))
        .as((n, quantity, counted) ->
            counted
                ? stock(n.toString(), "S" + n, "Item S" + n, quantity)
                : uncounted(n.toString(), "S" + n, quantity > 0))
        .list()
        .ofMaxSize(15)
        .uniqueElements(StoreRecord::id);
  }

  /// As a store would have it afterwards: the status of a counted item follows from its quantity.
  private static StoreRecord applied(StoreRecord record, Change change) {
    Map<String, Value> values = new HashMap<>(record.values());
    values.putAll(change.after());
    if (values.get(QUANTITY) instanceof Value.Whole(long quantity)) {
      values.put(STATUS, dev.trueup.catalog.Inventory.status(quantity > 0));
    }
    return dev.trueup.catalog.TestingRecords.record(
        record.id(), record.sku(), record.name(), List.of(), values);
  }

  private static Policies with(Policies.MissingInSource missingInSource) {
    Policies d = Policies.DEFAULTS;
    return new Policies(
        d.conflictStrategy(),
        d.missingInDestination(),
        missingInSource,
        d.stock(),
        d.fields(),
        d.filter(),
        d.locations(),
        d.approval(),
        d.guards());
  }

  private static Plan plan(List<StoreRecord> sources, List<StoreRecord> destinations) {
    return plan(sources, destinations, Policies.DEFAULTS);
  }

  private static Plan plan(
      List<StoreRecord> sources, List<StoreRecord> destinations, Policies policies) {
    return new Planner(new InventoryRules(), policies, EXPRESSES_ALL)
        .plan(sources, destinations, Links.NONE);
  }
}
