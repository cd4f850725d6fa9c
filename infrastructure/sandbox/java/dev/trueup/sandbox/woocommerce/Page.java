package dev.trueup.sandbox.woocommerce;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One page of a list. A page past the end is empty and still knows the total.
record Page<T>(List<T> items, int total, int perPage, int number) {

  static <T> Page<T> of(List<T> all, Parameters parameters) {
    int perPage = parameters.whole("per_page", 10);
    int number = parameters.whole("page", 1);
    long from = parameters.whole("offset", -1);
    if (from < 0) {
      from = (long) (number - 1) * perPage;
    }
    int start = (int) Math.min(from, all.size());
    int end = Math.min(start + perPage, all.size());
    return new Page<>(all.subList(start, end), all.size(), perPage, number);
  }

  int pages() {
    return (total + perPage - 1) / perPage;
  }

  /// @param address of the list with its query, without `page`
  Map<String, String> headers(String address) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-WP-Total", Integer.toString(total));
    headers.put("X-WP-TotalPages", Integer.toString(pages()));
    String link = links(address);
    if (!link.isEmpty()) {
      headers.put("Link", link);
    }
    return headers;
  }

  private String links(String address) {
    String join = address.contains("?") ? "&" : "?";
    StringBuilder link = new StringBuilder();
    if (number > 1) {
      link.append(link(address + join, Math.min(number - 1, pages()), "prev"));
    }
    if (pages() > number) {
      link.append(link.isEmpty() ? "" : ", ").append(link(address + join, number + 1, "next"));
    }
    return link.toString();
  }

  private static String link(String address, int page, String relation) {
    return "<" + address + "page=" + page + ">; rel=\"" + relation + "\"";
  }
}
