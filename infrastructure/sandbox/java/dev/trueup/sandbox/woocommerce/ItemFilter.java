package dev.trueup.sandbox.woocommerce;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/// What the query parameters of a list leave of all items; `sku` and the kind of item aside.
final class ItemFilter {
  private final SiteTime time;

  ItemFilter(SiteTime time) {
    this.time = time;
  }

  Predicate<Item> of(Parameters parameters) {
    List<Predicate<Item>> all = new ArrayList<>();
    all.add(status(parameters.text("status", "any")));
    addIds(parameters, all);
    addDates(parameters, all);
    addTexts(parameters, all);
    addStock(parameters, all);
    return item -> all.stream().allMatch(one -> one.test(item));
  }

  private static Predicate<Item> status(String status) {
    return status.equals("any") ? item -> !item.isTrashed() : item -> item.status.equals(status);
  }

  private static void addIds(Parameters parameters, List<Predicate<Item>> all) {
    parameters.ids("include").map(HashSet::new).ifPresent(ids -> all.add(i -> ids.contains(i.id)));
    parameters.ids("exclude").map(HashSet::new).ifPresent(ids -> all.add(i -> !ids.contains(i.id)));
    parameters.ids("parent").ifPresent(ids -> all.add(i -> ids.contains(parentId(i))));
    parameters.ids("parent_exclude").ifPresent(ids -> all.add(i -> !ids.contains(parentId(i))));
    parameters
        .ids("category")
        .ifPresent(ids -> all.add(i -> !Collections.disjoint(i.categories, ids)));
    parameters.ids("tag").ifPresent(ids -> all.add(i -> !Collections.disjoint(i.tags, ids)));
  }

  private static int parentId(Item item) {
    return item.parent == null ? 0 : item.parent.id;
  }

  private void addDates(Parameters parameters, List<Predicate<Item>> all) {
    addDate(parameters, "after", 1, item -> item.createdSecond, all);
    addDate(parameters, "before", -1, item -> item.createdSecond, all);
    addDate(parameters, "modified_after", 1, item -> item.modifiedSecond, all);
    addDate(parameters, "modified_before", -1, item -> item.modifiedSecond, all);
  }

  private void addDate(
      Parameters parameters,
      String name,
      int sign,
      ToLongFunction<Item> second,
      List<Predicate<Item>> all) {
    boolean gmt = parameters.flag("dates_are_gmt").orElse(false);
    parameters
        .text(name)
        .ifPresent(moment -> {
          LocalDateTime asked = time.asked(moment);
          all.add(i -> time.wall(second.applyAsLong(i), gmt).compareTo(asked) * sign > 0);
        });
  }

  private static void addTexts(Parameters parameters, List<Predicate<Item>> all) {
    parameters.text("slug").ifPresent(slug -> all.add(item -> item.slug.equals(slug)));
    parameters.text("type").ifPresent(type -> all.add(item -> item.kind.word().equals(type)));
    parameters.text("search_sku").ifPresent(part -> all.add(item -> contains(item.sku, part)));
    parameters
        .text("search")
        .ifPresent(words ->
            all.add(
                i -> containsAll(i.fullName() + " " + i.description + i.shortDescription, words)));
    parameters
        .text("search_name_or_sku")
        .ifPresent(words -> all.add(i -> containsAll(i.fullName() + " " + i.sku, words)));
    parameters
        .text("global_unique_id")
        .map(ids -> Set.copyOf(Arrays.asList(ids.split("\\s*,\\s*", -1))))
        .ifPresent(ids -> all.add(item -> ids.contains(item.barcode)));
  }

  private static boolean containsAll(String text, String words) {
    return Arrays.stream(words.strip().split("\\s+", -1)).allMatch(word -> contains(text, word));
  }

  private static boolean contains(String text, String part) {
    return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }

  private static void addStock(Parameters parameters, List<Predicate<Item>> all) {
    parameters
        .text("stock_status")
        .ifPresent(status -> all.add(item -> item.stockStatus.word().equals(status)));
    parameters.flag("on_sale").ifPresent(sale -> all.add(item -> item.onSale() == sale));
    addQuantity(parameters, "stock_quantity", Integer.MIN_VALUE, Integer.MAX_VALUE, all);
  }

  private static void addQuantity(
      Parameters parameters, String name, int low, int high, List<Predicate<Item>> all) {
    int least = parameters.whole(name, parameters.whole("min_" + name, low));
    int most = parameters.whole(name, parameters.whole("max_" + name, high));
    if (least != low || most != high) {
      all.add(item -> isBetween(item, least, most) || anyVariationIsBetween(item, least, most));
    }
  }

  private static boolean isBetween(Item item, int least, int most) {
    Integer quantity = item.quantity;
    return item.managesStock && quantity != null && quantity >= least && quantity <= most;
  }

  private static boolean anyVariationIsBetween(Item item, int least, int most) {
    return item.variations.stream().anyMatch(variation -> isBetween(variation, least, most));
  }
}
