package dev.trueup.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which lines of a run a table shows, and in which order.
///
/// @param words what name, SKU or an id contains, in lower case; empty for anything
/// @param sort a column, with `-` before it for the other direction; empty for the plan's order
/// @param page from 1
record TableQuery(Tab tab, String words, String sort, int page) {
  private static final int LONGEST_WORDS = 200;
  private static final int MOST_PAGES = 100_000;

  static TableQuery of(PageCall call, Tab otherwise) {
    return new TableQuery(
        call.query("tab").flatMap(Tab::of).orElse(otherwise),
        words(call.query("q").orElse("")),
        call.query("sort").filter(Column::sorts).orElse(""),
        call.query("page")
            .filter(page -> page.matches("[1-9]\\d{0,5}"))
            .map(Integer::parseInt)
            .filter(page -> page <= MOST_PAGES)
            .orElse(1));
  }

  static String words(String text) {
    String words = text.strip().toLowerCase(Locale.ROOT);
    return words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words;
  }

  /// Whether the lines are wanted as the plan has them.
  boolean plain() {
    return words.isEmpty() && sort.isEmpty();
  }

  TableQuery onPage(int other) {
    return new TableQuery(tab, words, sort, other);
  }

  TableQuery on(Tab other) {
    return new TableQuery(other, words, sort, 1);
  }

  /// Ascending first, then descending, then as the plan has them.
  TableQuery sortedBy(Column column) {
    String next =
        sort.equals(column.code())
            ? "-" + column.code()
            : sort.equals("-" + column.code()) ? "" : column.code();
    return new TableQuery(tab, words, next, 1);
  }

  /// `ascending`, `descending` or `none`, as a screen reader wants it.
  String direction(Column column) {
    return sort.equals(column.code())
        ? "ascending"
        : sort.equals("-" + column.code()) ? "descending" : "none";
  }

  /// As the query of an address, with its question mark.
  String text() {
    return "?"
        + Stream.of(
                "tab=" + tab.code(),
                "q=" + URLEncoder.encode(words, UTF_8),
                "sort=" + sort,
                "page=" + (page == 1 ? "" : page))
            .filter(parameter -> !parameter.endsWith("="))
            .collect(Collectors.joining("&"));
  }
}
