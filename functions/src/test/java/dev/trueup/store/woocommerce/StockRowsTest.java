package dev.trueup.store.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trueup.catalog.Inventory;
import dev.trueup.catalog.RecordRef;
import dev.trueup.catalog.Value;
import dev.trueup.store.Outcome;
import dev.trueup.store.Write;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is sent for a write, and what is not.
class StockRowsTest {
  private static final String COUNTED =
      "{'id':7,'type':'simple','manage_stock':true,'stock_quantity':9,'stock_status':'instock',"
          + "'backorders':'no'}";
  private static final String NOT_COUNTED =
      "{'id':7,'type':'simple','manage_stock':false,'stock_quantity':null,"
          + "'stock_status':'instock','backorders':'no'}";

  @Test
  void sendsTheDifferenceOfACountedItemAndNothingElse() {
    assertThat(row(COUNTED, Inventory.tracked(9, true), Inventory.tracked(4, true)))
        .isEqualTo("{'id':7,'inventory_delta':-5}");
  }

  @Test
  void sendsTheDifferenceWhenOnlyTheQuantityIsToBeWritten() {
    assertThat(
            row(
                COUNTED,
                Map.of(Inventory.QUANTITY, Value.of(9)),
                Map.of(Inventory.QUANTITY, Value.of(12))))
        .isEqualTo("{'id':7,'inventory_delta':3}");
  }

  @Test
  void takesANegativeQuantity() {
    assertThat(row(COUNTED, Inventory.tracked(9, true), Inventory.tracked(-2, false)))
        .isEqualTo("{'id':7,'inventory_delta':-11}");
  }

  @Test
  void startsToCountWithTheWholeQuantity() {
    assertThat(row(NOT_COUNTED, Inventory.untracked(true), Inventory.tracked(5, true)))
        .isEqualTo("{'id':7,'manage_stock':true,'stock_quantity':5}");
  }

  @Test
  void startsToCountWithNone() {
    assertThat(row(NOT_COUNTED, Inventory.untracked(true), Inventory.tracked(0, false)))
        .isEqualTo("{'id':7,'manage_stock':true,'stock_quantity':0}");
  }

  @Test
  void stopsCountingAndKeepsTheStatus() {
    assertThat(row(COUNTED, Inventory.tracked(9, true), Inventory.untracked(true)))
        .isEqualTo("{'id':7,'manage_stock':false,'stock_status':'instock'}");
    assertThat(
            row(
                COUNTED,
                Map.of(Inventory.TRACKED, Value.of(true)),
                Map.of(Inventory.TRACKED, Value.of(false))))
        .isEqualTo("{'id':7,'manage_stock':false}");
  }

  @Test
  void writesTheStatusOfAnItemThatIsNotCounted() {
    assertThat(row(NOT_COUNTED, Inventory.untracked(true), Inventory.untracked(false)))
        .isEqualTo("{'id':7,'stock_status':'outofstock'}");
  }

  @Test
  void leavesAloneWhatIsSoAlready() {
    assertThat(settled(COUNTED, Inventory.tracked(3, true), Inventory.tracked(9, true)))
        .isEqualTo(new Outcome.AlreadySo());
    assertThat(
            settled(
                NOT_COUNTED.replace("instock", "onbackorder"),
                Inventory.untracked(false),
                Inventory.untracked(true)))
        .isEqualTo(new Outcome.AlreadySo());
  }

  @Test
  void leavesAloneWhatMovedAndSaysBothNumbers() {
    assertThat(settled(COUNTED, Inventory.tracked(10, true), Inventory.tracked(4, true)))
        .isEqualTo(
            new Outcome.Conflict(
                Inventory.tracked(9, true),
                "It was sold or changed since the plan: quantity is 9 now, the plan saw 10."));
  }

  @Test
  void leavesAloneWhatIsNotCountedAnyMore() {
    assertThat(
            settled(NOT_COUNTED, Inventory.tracked(10, true), Inventory.tracked(4, true)).error())
        .isEqualTo(
            "It was sold or changed since the plan: quantity is none now, the plan saw 10;"
                + " tracked is no now, the plan saw yes.");
  }

  @Test
  void looksOnlyAtTheFieldsThePlanSaw() {
    assertThat(
            row(
                COUNTED.replace("instock", "onbackorder").replace("'no'", "'notify'"),
                Map.of(Inventory.QUANTITY, Value.of(9)),
                Map.of(Inventory.QUANTITY, Value.of(-1))))
        .isEqualTo("{'id':7,'inventory_delta':-10}");
  }

  @Test
  void refusesStockThatIsCountedOnTheProduct() {
    String shared =
        COUNTED.replace("true", "'parent'").replace("'simple'", "'variation','parent_id':3");

    assertThat(settled(shared, Inventory.tracked(9, true), Inventory.tracked(4, true)))
        .isInstanceOf(Outcome.Refused.class)
        .extracting(Outcome::error)
        .asString()
        .startsWith("Its stock is counted on product 3 together with that of the other variations");
  }

  @Test
  void refusesAFraction() {
    assertThat(
            settled(
                COUNTED.replace("9", "9.5"),
                Map.of(Inventory.TRACKED, Value.of(true)),
                Inventory.tracked(4, true)))
        .isEqualTo(
            new Outcome.Refused(
                "WooCommerce counts 9.5 of it, and only whole numbers can be compared and"
                    + " written."));
  }

  @Test
  void takesAWholeNumberWithDecimals() {
    assertThat(
            row(
                COUNTED.replace("9", "9.0"),
                Inventory.tracked(9, true),
                Inventory.tracked(4, true)))
        .isEqualTo("{'id':7,'inventory_delta':-5}");
  }

  @Test
  void refusesAProductThatHasVariationsNow() {
    assertThat(
            settled(
                    COUNTED.replace("simple", "variable"),
                    Inventory.tracked(9, true),
                    Inventory.tracked(4, true))
                .error())
        .isEqualTo("It is of the type “variable” now, which has no stock of its own.");
  }

  @Test
  void refusesAStatusThatWooCommerceWouldDeriveOtherwise() {
    assertThat(settled(COUNTED, Inventory.tracked(9, true), Inventory.tracked(0, true)).error())
        .startsWith("WooCommerce derives the status of an item that it counts");
    assertThat(settled(COUNTED, Inventory.tracked(9, true), Inventory.tracked(9, false)).error())
        .startsWith("WooCommerce derives the status of an item that it counts");
  }

  @Test
  void takesBackOrdersForInStock() {
    assertThat(
            row(
                COUNTED.replace("'no'", "'yes'"),
                Inventory.tracked(9, true),
                Inventory.tracked(0, true)))
        .isEqualTo("{'id':7,'inventory_delta':-9}");
  }

  @Test
  void refusesAQuantityOfAnItemThatIsNotCounted() {
    assertThat(
            settled(
                NOT_COUNTED,
                Map.of(Inventory.QUANTITY, Value.absent()),
                Map.of(Inventory.QUANTITY, Value.of(4))))
        .isEqualTo(
            new Outcome.Refused("WooCommerce does not count it, so it has no quantity to write."));
  }

  @Test
  void refusesToCountWithoutAQuantity() {
    assertThat(
            settled(
                NOT_COUNTED,
                Map.of(Inventory.TRACKED, Value.of(false)),
                Map.of(Inventory.TRACKED, Value.of(true))))
        .isEqualTo(
            new Outcome.Refused("WooCommerce cannot count it without a quantity to start from."));
  }

  private static String row(String found, Map<String, Value> before, Map<String, Value> after) {
    return ((StockRow.Change) decide(found, before, after)).json().toString().replace('"', '\'');
  }

  private static Outcome settled(
      String found, Map<String, Value> before, Map<String, Value> after) {
    return ((StockRow.Settled) decide(found, before, after)).outcome();
  }

  private static StockRow decide(
      String found, Map<String, Value> before, Map<String, Value> after) {
    try {
      var json = JsonMapper.builder().build().readTree(found.replace('\'', '"'));
      return StockRows.of(
          new Write(RecordRef.of("7"), before, after),
          StockItems.item(json, json.path("parent_id").asText("")));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
