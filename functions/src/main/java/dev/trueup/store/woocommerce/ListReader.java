package dev.trueup.store.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trueup.catalog.Platform;
import dev.trueup.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/// Reads a list that changes while it is read, and gives every entry that is there all the time
/// exactly once.
///
/// WooCommerce pages by position, and positions shift when something is deleted or comes back from
/// the trash. So the list is asked for in the order of ids, and each page begins with the last
/// entry of the one before: a page that begins with an id that was passed already leaves no gap,
/// and only higher ids are taken from it. Where a page begins later there may be a gap, so reading
/// goes back.
final class ListReader {
  static final int PAGE_SIZE = 100;

  private static final int STEP = PAGE_SIZE - 1;
  private static final int MOST_SETBACKS = 16;

  private final WooCommerceClient client;
  private final Query list;

  ListReader(WooCommerceClient client, Query list) {
    this.client = client;
    this.list = list.with("orderby", "id").with("order", "asc").with("per_page", PAGE_SIZE);
  }

  /// Everything.
  List<JsonNode> all() {
    ListWindow window = window(ListPosition.START, 1);
    var all = new ArrayList<>(window.entries());
    while (window.next().isPresent()) {
      window = window(window.next().get(), WooCommerceClient.PAGES_AT_ONCE);
      all.addAll(window.entries());
    }
    return all;
  }

  /// The next few pages, read at once as far as the length of the list is known.
  ///
  /// @throws StoreException `UNAVAILABLE` when the shop does not page as asked
  ListWindow window(ListPosition from, int pages) {
    List<Query> queries =
        LongStream.range(0, pages)
            .map(page -> from.offset() + page * STEP)
            .filter(offset -> offset == from.offset() || offset + 1 < from.total())
            .mapToObj(offset -> list.with("offset", offset))
            .toList();
    var entries = new ArrayList<JsonNode>();
    ListPosition position = from;
    for (Reply.Answered page : client.getAll(queries)) {
      ListWindow window = join(position, page, entries);
      if (window.next().isEmpty() || window.next().get().offset() < position.offset()) {
        return window;
      }
      position = window.next().get();
    }
    return new ListWindow(entries, position);
  }

  /// Takes from a page what is new, if it follows without a gap.
  private ListWindow join(ListPosition from, Reply.Answered answer, List<JsonNode> entries) {
    JsonNode page = answer.body();
    Span span = span(page);
    long end = from.offset() + PAGE_SIZE;
    long total = answer.total().orElse(page.size() < PAGE_SIZE ? end : end + 1);
    if (from.offset() > 0 && !span.beginsWithin(from.after())) {
      return new ListWindow(entries, back(from, total));
    }
    if (span.last() <= from.after() && end < total && from.setbacks() == 0) {
      throw unavailable("gives the same page again");
    }
    for (JsonNode entry : page) {
      if (StockItems.id(entry) > from.after() || StockItems.id(entry) <= 0) {
        entries.add(entry);
      }
    }
    long after = Math.max(from.after(), span.last());
    return new ListWindow(
        entries, end >= total ? null : from.onward(from.offset() + STEP, after, total));
  }

  private ListPosition back(ListPosition from, long total) {
    if (from.setbacks() >= MOST_SETBACKS) {
      throw unavailable("changes faster than it can be read");
    }
    return from.back(total);
  }

  /// The ids a page begins and ends with; 0 when it is empty. Entries without an id are not placed.
  private record Span(long first, long last) {
    boolean beginsWithin(long after) {
      return first > 0 && first <= after;
    }
  }

  private Span span(JsonNode page) {
    long first = 0;
    long last = 0;
    for (JsonNode entry : page) {
      long id = StockItems.id(entry);
      if (id > 0 && id <= last) {
        throw unavailable("does not keep to the order of ids it was asked for");
      }
      first = first == 0 ? id : first;
      last = Math.max(last, id);
    }
    return new Span(first, last);
  }

  private StoreException unavailable(String what) {
    return new StoreException(
        Platform.WOOCOMMERCE,
        StoreException.Kind.UNAVAILABLE,
        "%s %s (%s): a cache or a plugin may interfere with its lists."
            .formatted(client.settings().shop(), what, list.path()));
  }
}
