package dev.trueup.sandbox.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// What was written that the shop accepts and no client should send.
final class Nonsense {
  private final List<String> found = new CopyOnWriteArrayList<>();

  List<String> found() {
    return List.copyOf(found);
  }

  void note(String where, String what) {
    found.add(where + ": " + what);
  }

  /// Looks at a write before it has its effect.
  void inspect(String where, ObjectNode fields, Map<String, BodyRule> rules, Item item) {
    fields.properties().forEach(e -> inspect(where, e.getKey(), e.getValue(), rules));
    inspectStock(where, fields, item);
    inspectSale(where, fields, item);
  }

  private void inspect(String where, String name, JsonNode value, Map<String, BodyRule> rules) {
    BodyRule rule = rules.get(name);
    if (value.isNull()) {
      note(where, name + " is null");
    } else if (rule instanceof BodyRule.ReadOnly && !name.equals("id")) {
      note(where, name + " cannot be written");
    } else if (!isAsDocumented(name, value, rule)) {
      note(where, name + " is " + value + ", not what the schema says");
    } else if (name.endsWith("_price") && !value.textValue().matches("|\\d+(\\.\\d+)?")) {
      note(where, name + " is '" + value.textValue() + "', not a decimal number");
    }
  }

  /// Stricter than the shop: a number as text or a switch as 1 is nonsense too.
  private static boolean isAsDocumented(String name, JsonNode value, @Nullable BodyRule rule) {
    if (name.equals("inventory_delta")) {
      return value.isIntegralNumber();
    }
    return switch (rule) {
      case null -> false;
      case BodyRule.OfType(String type) when type.equals("integer") -> value.isIntegralNumber();
      case BodyRule.OfType(String type) when type.equals("boolean") -> value.isBoolean();
      case BodyRule.Managed _ -> value.isBoolean() || value.asText().equals("parent");
      case BodyRule known -> known.accepts(value);
    };
  }

  private void inspectStock(String where, ObjectNode fields, Item item) {
    boolean quantity = fields.has("stock_quantity") || fields.has("inventory_delta");
    JsonNode manage = fields.path("manage_stock");
    boolean managed = manage.isMissingNode() ? item.managesStock : manage.asBoolean();
    if (quantity && !managed) {
      boolean atParent = item.isParentManaged();
      note(where, "a quantity " + (atParent ? "while its product counts the stock" : "unmanaged"));
    }
    if (managed && fields.has("stock_status")) {
      note(where, "stock_status while the stock is managed");
    }
    if (fields.has("stock_quantity") && fields.has("inventory_delta")) {
      note(where, "both stock_quantity and inventory_delta");
    }
  }

  private void inspectSale(String where, ObjectNode fields, Item item) {
    if (!fields.has("sale_price") && !fields.has("regular_price")) {
      return;
    }
    String sale = PriceText.stored(fields.path("sale_price").asText(item.salePrice));
    String regular = PriceText.stored(fields.path("regular_price").asText(item.regularPrice));
    if (!sale.isEmpty()
        && (regular.isEmpty()
            || new java.math.BigDecimal(sale).compareTo(new java.math.BigDecimal(regular)) >= 0)) {
      note(where, "a sale price that is not below the regular price");
    }
    if (item.kind == Kind.VARIABLE) {
      note(where, "a price of a product that has variations");
    }
  }
}
