package dev.trueup.sandbox.woocommerce;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Every product and variation. Not safe for threads: callers hold its lock (`synchronized`).
final class Catalogue {
  private static final int QUESTIONS = 8;

  private final Map<Integer, Item> items = new TreeMap<>();
  private final Map<String, List<Item>> bySku = new HashMap<>();
  private final Map<String, Remembered> remembered = new HashMap<>();
  private final InstantSource clock;
  private final Journal journal;
  private final Terms terms;
  private int next;
  private long changes;

  private record Remembered(long change, List<Item> items) {}

  Catalogue(int firstId, InstantSource clock, Journal journal) {
    this.next = firstId;
    this.clock = clock;
    this.journal = journal;
    this.terms = new Terms(journal);
  }

  Terms terms() {
    return terms;
  }

  long nowSecond() {
    return clock.instant().getEpochSecond();
  }

  Collection<Item> items() {
    return items.values();
  }

  Optional<Item> find(int id) {
    return Optional.ofNullable(items.get(id));
  }

  /// A product that is not a variation.
  Optional<Item> product(int id) {
    return find(id).filter(item -> !item.isVariation());
  }

  Optional<Item> variation(int productId, int id) {
    return find(id).filter(item -> item.parent != null && item.parent.id == productId);
  }

  /// Items with this SKU, whatever its case; more than one only where the seed says so.
  List<Item> bySku(String sku) {
    return bySku.getOrDefault(key(sku), List.of());
  }

  /// A new item, in no list until it is [#add]ed.
  Item create(Kind kind, @Nullable Item parent) {
    Item item = new Item(next++, kind, parent);
    item.createdSecond = nowSecond();
    return item;
  }

  void add(Item item) {
    items.put(item.id, item);
    next = Math.max(next, item.id + 1);
    if (item.parent != null) {
      item.parent.addVariation(item);
    }
    index(item);
    changes++;
  }

  void delete(Item item) {
    items.remove(item.id);
    unindex(item);
    item.variations.forEach(variation -> {
      items.remove(variation.id);
      unindex(variation);
    });
    if (item.parent != null) {
      List<Item> rest = new ArrayList<>(item.parent.variations);
      rest.remove(item);
      item.parent.variations = rest;
    }
    changes++;
    journal.deleted(item.id);
  }

  /// Takes a SKU out of the index or puts it back; around any change of it.
  void renameSku(Item item, String sku) {
    unindex(item);
    item.sku = sku;
    if (items.containsKey(item.id)) {
      index(item);
    }
  }

  /// Aligns what must agree, moves the dates of modification and records the change: of the item,
  /// of its product, and of the variations whose stock it counts.
  void save(Item item) {
    long now = nowSecond();
    item.align();
    touch(item, now);
    Item product = item.product();
    product.variations.stream().filter(Item::isParentManaged).forEach(Item::align);
    product.syncWithVariations();
    if (product != item) {
      touch(product, now);
    }
    changes++;
  }

  /// Brings what is derived into line after a replay.
  void settle() {
    for (Item item : items.values()) {
      item.variations.stream().filter(Item::isParentManaged).forEach(Item::align);
      item.syncWithVariations();
    }
    changes++;
  }

  private void touch(Item item, long now) {
    item.modifiedSecond = now;
    journal.saved(item);
  }

  /// The answer to a question about the catalogue, kept until something changes, so that reading
  /// page after page does not ask it again.
  List<Item> remembered(String question, Supplier<List<Item>> answer) {
    Remembered known = remembered.get(question);
    if (known == null || known.change != changes) {
      if (remembered.size() >= QUESTIONS) {
        remembered.clear();
      }
      known = new Remembered(changes, answer.get());
      remembered.put(question, known);
    }
    return known.items;
  }

  private void index(Item item) {
    if (!item.sku.isEmpty()) {
      List<Item> same = new ArrayList<>(bySku(item.sku));
      same.add(item);
      bySku.put(key(item.sku), List.copyOf(same));
    }
  }

  private void unindex(Item item) {
    List<Item> others = bySku(item.sku).stream().filter(other -> other != item).toList();
    if (others.isEmpty()) {
      bySku.remove(key(item.sku));
    } else {
      bySku.put(key(item.sku), others);
    }
  }

  private static String key(String sku) {
    return sku.toLowerCase(Locale.ROOT);
  }
}
