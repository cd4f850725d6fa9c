package dev.trueup.sandbox.woocommerce;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Finds the items a list asks for, in the order it asks for.
final class ItemList {
  private final Catalogue catalogue;
  private final ItemFilter filter;

  ItemList(Catalogue catalogue, SiteTime time) {
    this.catalogue = catalogue;
    this.filter = new ItemFilter(time);
  }

  /// Products; variations too where SKUs are asked for.
  List<Item> products(Parameters parameters) {
    boolean any =
        parameters.text("sku").isPresent()
            || parameters.text("search_sku").isPresent()
            || parameters.text("search_name_or_sku").isPresent();
    return find("products", parameters, item -> any || !item.isVariation());
  }

  List<Item> variations(Parameters parameters) {
    return find("variations", parameters, Item::isVariation);
  }

  /// An unknown product has no variations, and that is not an error.
  List<Item> variationsOf(int product, Parameters parameters) {
    List<Item> own = catalogue.find(product).map(item -> item.variations).orElse(List.of());
    return own.stream().filter(filter.of(parameters)).sorted(order(parameters)).toList();
  }

  private List<Item> find(String list, Parameters parameters, Predicate<Item> belongs) {
    Predicate<Item> wanted = belongs.and(filter.of(parameters));
    if (parameters.text("sku").isPresent() && parameters.text("search_sku").isEmpty()) {
      return withSku(parameters.text("sku", "")).stream()
          .filter(wanted)
          .sorted(order(parameters))
          .toList();
    }
    if (parameters.ids("include").isPresent()) {
      return included(parameters).stream().filter(wanted).sorted(order(parameters)).toList();
    }
    return catalogue.remembered(
        list + question(parameters),
        () -> catalogue.items().stream().filter(wanted).sorted(order(parameters)).toList());
  }

  /// What is asked for, whichever page and fields of it.
  private static String question(Parameters parameters) {
    Map<String, String> question = new TreeMap<>(parameters.values());
    question.keySet().removeAll(Set.of("page", "per_page", "offset", "_fields", "context"));
    return question.toString();
  }

  /// The whole text is taken for a SKU too, as one may hold commas.
  private Set<Item> withSku(String asked) {
    Set<Item> found = new LinkedHashSet<>(catalogue.bySku(asked.strip()));
    for (String sku : asked.strip().split(",", -1)) {
      found.addAll(catalogue.bySku(sku));
    }
    return found;
  }

  private List<Item> included(Parameters parameters) {
    List<Item> items = new ArrayList<>();
    for (int id : new LinkedHashSet<>(parameters.ids("include").orElseThrow())) {
      catalogue.find(id).ifPresent(items::add);
    }
    return items;
  }

  private static Comparator<Item> order(Parameters parameters) {
    Comparator<Item> byId = Comparator.comparingInt(item -> item.id);
    Comparator<Item> order =
        switch (parameters.text("orderby", "date")) {
          case "id", "rating" -> byId;
          case "title" -> Comparator.comparing(Item::fullName, String.CASE_INSENSITIVE_ORDER);
          case "slug" -> Comparator.comparing(item -> item.slug);
          case "modified" -> Comparator.comparingLong(item -> item.modifiedSecond);
          case "price" -> Comparator.comparing(ItemList::price);
          case "popularity" -> Comparator.comparingInt(item -> item.totalSales);
          case "include" -> {
            List<Integer> ids = parameters.ids("include").orElse(List.of());
            yield Comparator.comparingInt(item -> -ids.indexOf(item.id));
          }
          default -> Comparator.comparingLong(item -> item.createdSecond);
        };
    Comparator<Item> whole = order.thenComparing(byId);
    boolean ascending = parameters.text("order", "desc").equals("asc");
    boolean asAsked = parameters.text("orderby", "date").equals("include");
    return ascending && !asAsked ? whole : whole.reversed();
  }

  private static BigDecimal price(Item item) {
    return item.price().isEmpty() ? BigDecimal.ZERO : new BigDecimal(item.price());
  }
}
