package dev.trueup.store.woocommerce;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trueup.catalog.Inventory;
import dev.trueup.catalog.Value;
import dev.trueup.store.Outcome;
import dev.trueup.store.Write;
import java.util.Map;
import java.util.StringJoiner;

/// Decides about writes.
///
/// WooCommerce does not check the values of batch items, ignores the quantity of an item that it
/// does not count, and derives the status of one that it counts: from its quantity and whether back
/// orders are allowed. So a row holds whole numbers, flags and known words only, never null, and
/// what WooCommerce would ignore is refused here.
///
/// A counted quantity is written as `inventory_delta`, which keeps a sale that happens between the
/// reading and the writing. Where counting starts there is no such sale, and WooCommerce may
/// remember an old quantity, so `stock_quantity` is written.
final class StockRows {
  private StockRows() {}

  static StockRow of(Write write, StockItem found) {
    Map<String, Value> now = found.values();
    if (holds(now, write.after())) {
      return new StockRow.Settled(new Outcome.AlreadySo());
    }
    String restriction = found.restriction("product " + found.ref().parentId());
    if (restriction != null) {
      return refused(restriction);
    }
    if (!found.isUnit()) {
      return refused(
          "It is of the type “" + found.type() + "” now, which has no stock of its own.");
    }
    if (!holds(now, write.before())) {
      return new StockRow.Settled(new Outcome.Conflict(now, moved(write, now)));
    }
    Value tracked = write.after().getOrDefault(Inventory.TRACKED, Value.of(found.tracked()));
    return tracked.equals(Value.of(true)) ? counted(write, found) : uncounted(write, found);
  }

  private static StockRow counted(Write write, StockItem found) {
    Value wanted =
        write.after().getOrDefault(Inventory.QUANTITY, found.values().get(Inventory.QUANTITY));
    if (!(wanted instanceof Value.Whole(long quantity))) {
      return refused("WooCommerce cannot count it without a quantity to start from.");
    }
    boolean buyable = quantity > 0 || found.backorders();
    Value status = write.after().getOrDefault(Inventory.STATUS, Inventory.status(buyable));
    if (!status.equals(Inventory.status(buyable)) || wanted.equals(now(found))) {
      return refused(
          "WooCommerce derives the status of an item that it counts: with a quantity of "
              + quantity
              + (found.backorders() ? " and back orders allowed" : " and no back orders")
              + " it cannot be made “"
              + status
              + "”.");
    }
    ObjectNode row = row(found);
    return found.tracked()
        ? new StockRow.Change(found, row.put("inventory_delta", quantity - found.units()))
        : new StockRow.Change(found, row.put("manage_stock", true).put("stock_quantity", quantity));
  }

  private static StockRow uncounted(Write write, StockItem found) {
    if (write.after().get(Inventory.QUANTITY) instanceof Value.Whole) {
      return refused("WooCommerce does not count it, so it has no quantity to write.");
    }
    ObjectNode row = row(found);
    if (found.tracked()) {
      row.put("manage_stock", false);
    }
    Value status = write.after().get(Inventory.STATUS);
    if (status != null) {
      boolean inStock = status.equals(Inventory.IN_STOCK);
      row.put("stock_status", inStock ? "instock" : "outofstock");
    }
    return new StockRow.Change(found, row);
  }

  private static Value now(StockItem found) {
    return found.values().getOrDefault(Inventory.QUANTITY, Value.absent());
  }

  private static ObjectNode row(StockItem found) {
    return JsonNodeFactory.instance.objectNode().put("id", Long.parseLong(found.ref().id()));
  }

  private static boolean holds(Map<String, Value> now, Map<String, Value> expected) {
    return expected.entrySet().stream()
        .allMatch(field -> field.getValue().equals(value(now, field.getKey())));
  }

  private static Value value(Map<String, Value> values, String field) {
    return values.getOrDefault(field, Value.absent());
  }

  private static String moved(Write write, Map<String, Value> now) {
    var moved = new StringJoiner("; ", "It was sold or changed since the plan: ", ".");
    for (String field : Inventory.RESOURCE.fields()) {
      Value saw = write.before().get(field);
      if (saw != null && !saw.equals(value(now, field))) {
        moved.add(field + " is " + value(now, field) + " now, the plan saw " + saw);
      }
    }
    return moved.toString();
  }

  private static StockRow refused(String reason) {
    return new StockRow.Settled(new Outcome.Refused(reason));
  }
}
