package dev.trueup.sandbox.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// What happens to a shop that is not the API's doing: orders, a merchant at work.
final class Control {
  private final Catalogue catalogue;
  private final Journal journal;
  private final ItemWriter writer;
  private final SiteTime time;

  Control(Catalogue catalogue, Journal journal, ItemWriter writer, SiteTime time) {
    this.catalogue = catalogue;
    this.journal = journal;
    this.writer = writer;
    this.time = time;
  }

  /// An order: less stock where it is counted, which moves the dates of the item, and of its
  /// product. Where no stock is counted only the sale is.
  void sell(String sku, int quantity) {
    move(sku, -quantity, quantity);
  }

  /// A cancelled order.
  void restock(String sku, int quantity) {
    move(sku, quantity, -quantity);
  }

  private void move(String sku, int stock, int sales) {
    synchronized (catalogue) {
      Item item = item(sku);
      item.totalSales += sales;
      Item holder = item.stockHolder();
      if (holder.managesStock) {
        holder.quantity = (holder.quantity == null ? 0 : holder.quantity) + stock;
        catalogue.save(holder);
        if (holder != item) {
          catalogue.save(item);
        }
      }
      journal.flush();
    }
  }

  /// Fields as the API names them, changed by somebody else.
  void set(String sku, ObjectNode fields) {
    synchronized (catalogue) {
      Item item = item(sku);
      WriteBody body = new WriteBody(fields, false);
      writer.check(body, item.isVariation());
      writer.change(item, body, new Seen());
      catalogue.save(item);
      journal.flush();
    }
  }

  /// Puts a product, or one variation, into the trash.
  void remove(String sku) {
    synchronized (catalogue) {
      Item item = item(sku);
      for (Item variation : item.variations) {
        variation.status = "trash";
        catalogue.save(variation);
      }
      item.status = "trash";
      catalogue.save(item);
      journal.flush();
    }
  }

  private Item item(String sku) {
    List<Item> items = catalogue.bySku(sku);
    if (items.size() != 1) {
      throw new IllegalArgumentException(items.size() + " items have the SKU '" + sku + "'");
    }
    return items.getFirst();
  }

  /// Everything that can be bought, whatever its status.
  ArrayNode state() {
    synchronized (catalogue) {
      ArrayNode state = Json.array();
      catalogue.items().stream().filter(Item::isSellable).map(this::unit).forEach(state::add);
      return state;
    }
  }

  private JsonNode unit(Item item) {
    ObjectNode unit =
        Json.object()
            .put("id", item.id)
            .put("parentId", item.parent == null ? 0 : item.parent.id)
            .put("sku", item.sku)
            .put("name", WebText.decode(item.fullName()));
    unit.set("manageStock", ItemFields.manageStock(item));
    return unit.put("quantity", item.shownQuantity())
        .put("stockStatus", item.stockStatus.word())
        .put("dateModifiedGmt", time.gmt(item.modifiedSecond))
        .put("regularPrice", item.regularPrice)
        .put("salePrice", item.salePrice)
        .put("status", item.status);
  }
}
