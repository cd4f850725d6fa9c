package dev.trueup.store.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.trueup.catalog.Inventory;
import dev.trueup.catalog.RecordRef;
import dev.trueup.catalog.Value;
import dev.trueup.sandbox.woocommerce.Fault;
import dev.trueup.sandbox.woocommerce.ReceivedRequest;
import dev.trueup.sandbox.woocommerce.SimulatedWooCommerce;
import dev.trueup.store.Outcome;
import dev.trueup.store.Scope;
import dev.trueup.store.StoreException;
import dev.trueup.store.Write;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class InventoryWriterTest {
  private static final Instant DEADLINE = TestingTime.START.plus(Duration.ofMinutes(5));
  private static final Map<String, Value> FOUR = Inventory.tracked(4, true);

  @Test
  void writesAQuantityAndNothingElse() {
    try (var shop = TestingShop.open()) {
      var before = state(shop, "MUG");

      assertThat(write(shop, "MUG", FOUR)).isEqualTo(new Outcome.Applied());

      assertThat(shop.read("MUG").values()).isEqualTo(FOUR);
      assertThat(withoutStock(state(shop, "MUG"))).isEqualTo(withoutStock(before));
      assertThat(shop.simulated.nonsense()).isEmpty();
    }
  }

  @Test
  void writesEveryDirection() {
    try (var shop = TestingShop.open()) {
      assertThat(write(shop, "MUG", Inventory.tracked(0, false))).isEqualTo(new Outcome.Applied());
      assertThat(write(shop, "JUG", Inventory.untracked(true))).isEqualTo(new Outcome.Applied());
      assertThat(write(shop, "POSTER", FOUR)).isEqualTo(new Outcome.Applied());
      assertThat(write(shop, "PRINT", Inventory.untracked(true))).isEqualTo(new Outcome.Applied());
      assertThat(write(shop, "SHIRT-M", FOUR)).isEqualTo(new Outcome.Applied());
      assertThat(write(shop, "SHIRT-L", Inventory.untracked(false)))
          .isEqualTo(new Outcome.Applied());
      assertThat(write(shop, "SHIRT-X", FOUR)).isEqualTo(new Outcome.Applied());

      assertThat(shop.read("MUG").values()).isEqualTo(Inventory.tracked(0, false));
      assertThat(shop.read("JUG").values()).isEqualTo(Inventory.untracked(true));
      assertThat(shop.read("POSTER").values()).isEqualTo(FOUR);
      assertThat(shop.read("PRINT").values()).isEqualTo(Inventory.untracked(true));
      assertThat(shop.read("SHIRT-M").values()).isEqualTo(FOUR);
      assertThat(shop.read("SHIRT-L").values()).isEqualTo(Inventory.untracked(false));
      assertThat(shop.read("SHIRT-X").values()).isEqualTo(FOUR);
      assertThat(shop.simulated.nonsense()).isEmpty();
    }
  }

  @Test
  void refusesAVariationWhoseProductCounts() {
    try (var shop = TestingShop.open()) {
      assertThat(write(shop, "CHAIR-R", FOUR)).isInstanceOf(Outcome.Refused.class);
      assertThat(shop.read("CHAIR-R").values()).isEqualTo(Inventory.tracked(86, true));
    }
  }

  @Test
  void leavesAloneWhatWasSoldSinceThePlan() {
    try (var shop = TestingShop.open()) {
      var planned = plan(shop, "MUG", FOUR);
      shop.simulated.sell("MUG", 2);

      assertThat(write(shop, planned))
          .isEqualTo(
              new Outcome.Conflict(
                  Inventory.tracked(7, true),
                  "It was sold or changed since the plan: quantity is 7 now, the plan saw 9."));
      assertThat(shop.read("MUG").values()).isEqualTo(Inventory.tracked(7, true));
    }
  }

  @Test
  void keepsASaleBetweenReadingAndWriting() {
    try (var shop = TestingShop.open()) {
      var planned = plan(shop, "MUG", FOUR);
      var sold = new AtomicBoolean();
      shop.simulated.onRequest(request -> {
        if (request.method().equals("POST") && !sold.getAndSet(true)) {
          shop.simulated.sell("MUG", 2);
        }
      });

      assertThat(write(shop, planned)).isEqualTo(new Outcome.Applied());
      assertThat(shop.read("MUG").values()).isEqualTo(Inventory.tracked(2, true));
    }
  }

  @Test
  void doesNotWriteWhatIsSoAlready() {
    try (var shop = TestingShop.open()) {
      var planned = plan(shop, "MUG", FOUR);
      write(shop, planned);
      shop.simulated.forgetRequests();

      assertThat(write(shop, planned)).isEqualTo(new Outcome.AlreadySo());
      assertThat(shop.simulated.requests()).extracting(ReceivedRequest::method).containsOnly("GET");
    }
  }

  @Test
  void saysThatAnItemIsGone() {
    try (var shop = TestingShop.open()) {
      var planned = plan(shop, "MUG", FOUR);
      shop.simulated.remove("MUG");

      assertThat(write(shop, planned))
          .isEqualTo(
              new Outcome.Conflict(Map.of(), "It is no longer in 127.0.0.1, or in its trash."));
    }
  }

  @Test
  void givesEveryWriteItsOwnOutcome() {
    try (var shop = TestingShop.open()) {
      var writes =
          List.of(
              plan(shop, "JUG", Inventory.tracked(5, true)),
              plan(shop, "MUG", FOUR),
              new Write(RecordRef.of("999999"), FOUR, Inventory.tracked(1, true)),
              plan(shop, "POSTER", FOUR),
              new Write(plan(shop, "DRAFT", FOUR).ref(), FOUR, Inventory.tracked(7, true)));

      assertThat(shop.inventory().write("key", writes, DEADLINE))
          .extracting(Outcome::word)
          .containsExactly("alreadySo", "applied", "conflict", "applied", "conflict");
      assertThat(shop.read("MUG").values()).isEqualTo(FOUR);
      assertThat(shop.read("POSTER").values()).isEqualTo(FOUR);
    }
  }

  @Test
  void splitsWritesAsTheShopTakesThem() {
    try (var shop = TestingShop.open()) {
      var writes =
          new java.util.ArrayList<>(
              IntStream.rangeClosed(1, 101)
                  .mapToObj(id -> new Write(RecordRef.of("" + id), Map.of(), FOUR))
                  .toList());
      writes.add(50, new Write(new RecordRef("1001", "7"), Map.of(), FOUR));
      writes.add(60, new Write(new RecordRef("1002", "8"), Map.of(), FOUR));
      writes.add(70, new Write(new RecordRef("1003", "7"), Map.of(), FOUR));

      assertThat(shop.inventory().requests(writes))
          .extracting(List::size)
          .containsExactly(100, 1, 2, 1);
    }
  }

  @Test
  void refusesTwoWritesOfOneItem() {
    try (var shop = TestingShop.open()) {
      var one = new Write(RecordRef.of("1"), Map.of(), FOUR);

      assertThatThrownBy(() -> shop.inventory().requests(List.of(one, one)))
          .hasMessage("item 1 is written twice");
    }
  }

  @Test
  void writesAHundredRowsInOneRequest() {
    try (var shop = new TestingShop(SimulatedWooCommerce.builder(TestingShop.many(49)).start())) {
      var writes =
          shop.readAll().stream()
              .map(found -> new Write(found.ref(), found.values(), FOUR))
              .toList();
      shop.simulated.forgetRequests();

      assertThat(shop.inventory().write("key", writes, DEADLINE))
          .hasSize(49)
          .containsOnly(new Outcome.Applied());
      assertThat(shop.simulated.requests()).hasSize(2);
    }
  }

  @Test
  void doesNotKnowWhatBecameOfAWriteWhoseAnswerIsLost() {
    for (Fault fault :
        List.of(
            Fault.of(Fault.Kind.DROP).afterTheEffect(),
            Fault.of(Fault.Kind.GARBAGE).afterTheEffect(),
            Fault.of(Fault.Kind.HTML).afterTheEffect(),
            Fault.of(Fault.Kind.TRUNCATE).afterTheEffect(),
            Fault.status(504).afterTheEffect(),
            Fault.status(503).retryAfter("1"))) {
      try (var shop = TestingShop.open()) {
        var planned = plan(shop, "MUG", FOUR);
        shop.simulated.fault(fault.on("POST", "").times(1));
        shop.simulated.forgetRequests();

        assertThat(write(shop, planned)).isInstanceOf(Outcome.Unknown.class);
        assertThat(shop.simulated.requests())
            .filteredOn(request -> request.method().equals("POST"))
            .hasSize(1);
      }
    }
  }

  @Test
  void waitsUntilTheShopHasComeToRestAfterALostAnswer() {
    try (var shop = TestingShop.open()) {
      var planned = plan(shop, "JUG", FOUR);
      shop.simulated.fault(Fault.status(504).on("POST", "").times(1));
      var looks = new AtomicInteger();
      shop.simulated.onRequest(request -> {
        if (request.method().equals("GET") && looks.incrementAndGet() > 1 && looks.get() < 5) {
          shop.simulated.sell("JUG", 1);
        }
      });

      assertThat(write(shop, planned)).isInstanceOf(Outcome.Unknown.class);
      assertThat(shop.time.sleeps())
          .containsExactly(
              Duration.ofSeconds(1),
              Duration.ofSeconds(2),
              Duration.ofSeconds(4),
              Duration.ofSeconds(8));
    }
  }

  @Test
  void doesNotKnowWhatBecameOfAWriteThatIsNotAnsweredInTime() {
    try (var shop = TestingShop.open()) {
      var planned = plan(shop, "MUG", FOUR);
      shop.simulated.fault(
          Fault.of(Fault.Kind.HANG).delay(Duration.ofSeconds(3)).on("POST", "").times(1));

      assertThat(write(shop.answersWithin(Duration.ofMillis(400)), planned))
          .isEqualTo(
              new Outcome.Unknown(
                  "127.0.0.1 did not answer within 0.4 seconds (TimeoutException)."));
    }
  }

  @Test
  void readsAgainAfterItWasAskedToWait() {
    try (var shop = TestingShop.open()) {
      var planned = plan(shop, "MUG", FOUR);
      shop.simulated.fault(Fault.status(429).retryAfter("7").on("POST", "").times(1));
      shop.simulated.forgetRequests();

      assertThat(write(shop, planned)).isEqualTo(new Outcome.Applied());
      assertThat(shop.time.sleeps()).containsExactly(Duration.ofSeconds(7));
      assertThat(shop.simulated.requests())
          .extracting(ReceivedRequest::method)
          .containsExactly("GET", "POST", "GET", "POST");
    }
  }

  @Test
  void doesNotWaitPastTheDeadline() {
    try (var shop = TestingShop.open()) {
      var planned = plan(shop, "MUG", FOUR);
      shop.simulated.fault(Fault.status(429).retryAfter("60").on("POST", ""));

      assertThatThrownBy(() ->
              shop.inventory().write("key", List.of(planned), TestingTime.START.plusSeconds(30)))
          .isInstanceOf(StoreException.class)
          .extracting(e -> ((StoreException) e).kind())
          .isEqualTo(StoreException.Kind.THROTTLED);
      assertThat(shop.time.sleeps()).isEmpty();
    }
  }

  @Test
  void sendsNothingAfterTheDeadline() {
    try (var shop = TestingShop.open()) {
      var planned = plan(shop, "MUG", FOUR);

      assertThatThrownBy(() -> shop.inventory().write("key", List.of(planned), TestingTime.START))
          .isInstanceOf(StoreException.class)
          .hasMessage("There was no time left to write to 127.0.0.1.")
          .extracting(e -> ((StoreException) e).kind())
          .isEqualTo(StoreException.Kind.THROTTLED);
      assertThat(shop.read("MUG").values()).isEqualTo(Inventory.tracked(9, true));
    }
  }

  @Test
  void namesAKeyThatMayOnlyRead() {
    var simulated =
        SimulatedWooCommerce.builder(TestingShop.everyKind())
            .readOnlyKey("ck_reader", "cs_reader")
            .start();
    try (var shop = new TestingShop(simulated)) {
      var planned = plan(shop, "MUG", FOUR);
      var reader =
          TestingStore.store(
              new WooCommerceSettings(URI.create(simulated.url()), "ck_reader", "cs_reader"),
              shop.time);
      var inventory = reader.records(Inventory.RESOURCE, Scope.DESTINATION);

      assertThatThrownBy(() -> inventory.write("key", List.of(planned), DEADLINE))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("does not let WOOCOMMERCE_KEY write")
          .hasMessageContaining("“Read/Write”")
          .hasMessageNotContainingAny("ck_reader", "cs_reader");
    }
  }

  private static Write plan(TestingShop shop, String sku, Map<String, Value> after) {
    var found = shop.read(sku);
    return new Write(found.ref(), found.values(), after);
  }

  private static Outcome write(TestingShop shop, String sku, Map<String, Value> after) {
    return write(shop, plan(shop, sku, after));
  }

  private static Outcome write(TestingShop shop, Write write) {
    return shop.inventory().write("key", List.of(write), DEADLINE).getFirst();
  }

  private static JsonNode state(TestingShop shop, String sku) {
    return StreamSupport.stream(shop.simulated.state().spliterator(), false)
        .filter(item -> item.path("sku").asText().equals(sku))
        .findFirst()
        .orElse(JsonNodeFactory.instance.nullNode());
  }

  private static JsonNode withoutStock(JsonNode item) {
    return ((com.fasterxml.jackson.databind.node.ObjectNode) item.deepCopy())
        .without(List.of("quantity", "stockStatus", "dateModifiedGmt"));
  }
}
