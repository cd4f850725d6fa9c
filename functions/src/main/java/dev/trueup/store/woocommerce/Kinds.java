package dev.trueup.store.woocommerce;

/// Names for requests that take about the same time: the same list, and as many items, up to twice
/// as many.
final class Kinds {
  private Kinds() {}

  static String reading(Query query) {
    String page = query.parameters().getOrDefault("per_page", "1");
    return kind("read", query, Integer.parseInt(page));
  }

  static String writing(Query query, int items) {
    return kind("write", query, items);
  }

  private static String kind(String what, Query query, int items) {
    int size = Integer.SIZE - Integer.numberOfLeadingZeros(items);
    return what + " " + query.path().replaceAll("\\d{2,}", "#") + " " + size;
  }
}
