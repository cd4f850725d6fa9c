package dev.trueup.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trueup.catalog.Facets;
import dev.trueup.catalog.Platform;
import dev.trueup.catalog.RecordRef;
import dev.trueup.catalog.StoreRecord;
import dev.trueup.catalog.Value;
import dev.trueup.compare.FieldDifference;
import dev.trueup.compare.Links;
import dev.trueup.plan.Action;
import dev.trueup.plan.Change;
import dev.trueup.plan.Guard;
import dev.trueup.plan.Policies;
import dev.trueup.plan.Selection;
import dev.trueup.plan.Tally;
import dev.trueup.run.Attempt;
import dev.trueup.run.Batch;
import dev.trueup.run.Decision;
import dev.trueup.run.Outcomes;
import dev.trueup.run.Pair;
import dev.trueup.run.Run;
import dev.trueup.run.RunStatus;
import dev.trueup.store.Outcome;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
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

class JsonTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123456789Z");
  private static final Pair PAIR =
      new Pair(Platform.WOOCOMMERCE, "shop.example", "shop.myshopify.com");

  @Property
  void readsEveryValueBackAsItWas(@ForAll("values") Value value) {
    assertThat(Json.read(Json.bytes(value), Value.class)).isEqualTo(value);
  }

  @Property
  void readsEveryChangeBackAsItWas(@ForAll("changes") Change change) {
    assertThat(Json.read(Json.bytes(change), Change.class)).isEqualTo(change);
  }

  @Property
  void readsEveryOutcomeBackAsItWas(@ForAll("outcomes") Outcome outcome) {
    assertThat(Json.read(Json.bytes(outcome), Outcome.class)).isEqualTo(outcome);
    var attempt = new Attempt(3, 4, List.of(7), Map.of(7, outcome));
    assertThat(Json.read(Json.bytes(attempt), Attempt.class)).isEqualTo(attempt);
  }

  @Property
  void readsEverySelectionBackAsItWas(@ForAll Set<Integer> seqs) {
    for (Selection selection :
        List.of(new Selection.All(), new Selection.Include(seqs), new Selection.Exclude(seqs))) {
      assertThat(Json.read(Json.bytes(selection), Selection.class)).isEqualTo(selection);
    }
  }

  @Property
  void readsSeveralLinesBackInOrder(@ForAll("changes") Change one, @ForAll("changes") Change two) {
    List<Change> changes = List.of(one, two, one);
    assertThat(Json.readLines(Json.lines(changes), Change.class)).isEqualTo(changes);
  }

  @Test
  void readsARunBackAsItWas() {
    Run opened =
        Run.opened(
            "01M0000000ABCDEFGHJK",
            "inventory",
            PAIR,
            NOW,
            "agency \uD800 \u2028",
            true,
            Policies.DEFAULTS);
    assertThat(Json.read(Json.bytes(opened), Run.class)).isEqualTo(opened);

    var tally = new Tally(5, 4, 2, 1, 1, 1, 2, 1, 0, 0, 2, 0, 1);
    var guard =
        new Guard("zeroed-share", new BigDecimal("0.10"), new BigDecimal("1E+2"), true, "so", null);
    var decision =
        new Decision(
            true,
            "d".repeat(64),
            new Selection.Exclude(Set.of(3, 1, 2)),
            Map.of(4, Set.of("quantity", "status")),
            "approver",
            NOW,
            "");
    Run applied =
        opened
            .edit()
            .status(RunStatus.APPLYING)
            .plan("d".repeat(64), tally, List.of(guard, guard.overridden("boss")))
            .decision(decision)
            .dispatched(7, 2)
            .outcomes(new Outcomes(1, 2, 3, 4, 5, 6, 7))
            .closedAt(NOW)
            .run();
    assertThat(Json.read(Json.bytes(applied), Run.class)).isEqualTo(applied);
  }

  @Test
  void readsBatchesRecordsAndLinksBackAsTheyWere() {
    Batch batch = Batch.of(2, List.of(4, 5, 6, 9));
    assertThat(Json.read(Json.bytes(batch), Batch.class)).isEqualTo(batch);
    var storeRecord =
        new StoreRecord(
            new RecordRef("11", "7"),
            "Hoodie",
            "",
            List.of("Blue", "Yes"),
            Map.of("quantity", Value.absent(), "price", Value.of(new BigDecimal("12.30"))),
            new Facets(List.of("Clothing"), List.of(), "publish"),
            null);
    assertThat(Json.read(Json.bytes(storeRecord), StoreRecord.class)).isEqualTo(storeRecord);
    var links = new Links(Map.of("1", "gid://shopify/ProductVariant/2"));
    assertThat(Json.read(Json.bytes(links), Links.class)).isEqualTo(links);
  }

  @Test
  void skipsWhatANewerVersionAdded() {
    String newer =
        """
        {"number":1,"ranges":[{"from":1,"to":2,"colour":"red"}],"later":{"deep":[1,2]}}
        """;
    assertThat(Json.read(newer.getBytes(UTF_8), Batch.class)).isEqualTo(Batch.of(1, List.of(1, 2)));
  }

  @Test
  void takesWhatAnOlderVersionDidNotHaveForEmpty() {
    String older = "{\"seq\":1,\"action\":\"UPDATE\",\"name\":\"Hoodie\"}";
    Change change = Json.read(older.getBytes(UTF_8), Change.class);
    assertThat(change.fields()).isEmpty();
    assertThat(change.sourceValues()).isEmpty();
    assertThat(change.source()).isNull();
  }

  @Test
  void refusesWhatIsNotAValue() {
    for (String other :
        List.of("{}", "{\"amount\":\"1\",\"x\":2}", "1.5", "{\"amount\":1}", "{\"x\":\"1\"}")) {
      assertThatThrownBy(() -> Json.read(other.getBytes(UTF_8), Value.class))
          .isInstanceOf(UncheckedIOException.class);
    }
  }

  @Test
  void givesEqualThingsEqualBytes() {
    var selection = new Selection.Include(Set.of(90, 5, 1, 77));
    assertThat(new String(Json.bytes(selection), UTF_8))
        .isEqualTo("{\"is\":\"include\",\"seqs\":[1,5,77,90]}");
    var links = new Links(Map.of("b", "2", "a", "1", "c", "3"));
    assertThat(new String(Json.bytes(links), UTF_8))
        .isEqualTo("{\"destinationIds\":{\"a\":\"1\",\"b\":\"2\",\"c\":\"3\"}}");
  }

  @Provide
  Arbitrary<Value> values() {
    return Arbitraries.lazyOf(
        () -> Arbitraries.just(Value.absent()),
        () -> text().map(Value::of),
        () -> Arbitraries.longs().map(Value::of),
        () -> Arbitraries.bigDecimals().ofScale(12).map(Value::of),
        () -> Arbitraries.of(true, false).map(Value::of),
        () -> values().list().ofMaxSize(3).map(Value.Items::new));
  }

  @Provide
  Arbitrary<Outcome> outcomes() {
    return Arbitraries.oneOf(
        Arbitraries.of(new Outcome.Applied(), new Outcome.AlreadySo()),
        text().map(Outcome.Refused::new),
        text().map(Outcome.Failed::new),
        text().map(Outcome.Unknown::new),
        Combinators.combine(fields(), text()).as(Outcome.Conflict::new));
  }

  @Provide
  Arbitrary<Change> changes() {
    return Combinators.combine(
            Arbitraries.integers().greaterOrEqual(1),
            Arbitraries.of(Action.class),
            text(),
            Arbitraries.of(RecordRef.of("5"), new RecordRef("gid://1", "gid://2")).injectNull(0.2),
            Combinators.combine(text(), values(), values())
                .as(FieldDifference::new)
                .list()
                .ofMaxSize(3),
            fields(),
            text())
        .as((seq, action, name, ref, differences, values, note) ->
            new Change(seq, action, name, name, note, ref, ref, differences, values, values, note));
  }

  private Arbitrary<Map<String, Value>> fields() {
    return Arbitraries.maps(Arbitraries.strings().ascii().ofMaxLength(9), values()).ofMaxSize(3);
  }

  /// Any characters at all, half surrogate pairs among them.
  private static Arbitrary<String> text() {
    return Arbitraries.strings().all().ofMaxLength(40);
  }
}
