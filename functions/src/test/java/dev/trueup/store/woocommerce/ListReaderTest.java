package dev.trueup.store.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trueup.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Reads from a list of ids that changes between the windows.
class ListReaderTest {
  private final TreeSet<Long> ids =
      LongStream.rangeClosed(1, 1000).boxed().collect(Collectors.toCollection(TreeSet::new));
  private boolean ignoresOffset;
  private boolean sortsBackwards;
  private boolean tellsTotal = true;

  @Test
  void readsEverythingOnce() {
    assertThat(readWhile(_ -> {})).isEqualTo(List.copyOf(ids));
  }

  @Test
  void readsEverythingOnceWithoutKnowingTheTotal() {
    tellsTotal = false;

    assertThat(readWhile(_ -> {})).isEqualTo(List.copyOf(ids));
  }

  @Test
  void readsAnEmptyList() {
    ids.clear();

    assertThat(readWhile(_ -> {})).isEmpty();
  }

  @Test
  void missesNothingWhenReadEntriesAreDeletedMeanwhile() {
    var given = readWhile(window -> delete(window * 10L + 1, window * 10L + 9));

    assertThat(given).doesNotHaveDuplicates().isSorted().containsAll(ids);
  }

  @Test
  void missesNothingWhenMoreThanAPageIsDeletedMeanwhile() {
    var given = readWhile(window -> delete(1, window == 2 ? 450 : 0));

    assertThat(given).doesNotHaveDuplicates().isSorted().containsAll(ids);
  }

  @Test
  void missesNothingWhenTheLastOnesReadAreDeleted() {
    var given = readWhile(window -> delete(window == 1 ? 60 : 0, 100));

    assertThat(given).doesNotHaveDuplicates().isSorted().containsAll(ids);
  }

  @Test
  void givesNothingTwiceWhenEntriesComeBackInTheMiddle() {
    delete(1, 50);
    var there = List.copyOf(ids);

    var given =
        readWhile(window -> {
          if (window == 1) {
            LongStream.rangeClosed(1, 50).forEach(ids::add);
          }
        });

    assertThat(given).isEqualTo(there);
  }

  @Test
  void givesWhatIsAddedAtTheEnd() {
    var given = readWhile(window -> ids.add(2000L + window));

    assertThat(given).doesNotHaveDuplicates().contains(2001L, 2002L);
  }

  @Test
  void findsTheEndWhenTheListShrinksToOnePage() {
    var given = readWhile(window -> delete(1, window == 1 ? 990 : 0));

    assertThat(given).doesNotHaveDuplicates().containsAll(ids);
  }

  @Test
  void noticesAShopThatGivesTheSamePageAgain() {
    ignoresOffset = true;

    assertThatThrownBy(() -> readWhile(_ -> {}))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("gives the same page again (wc/v3/products)");
  }

  @Test
  void noticesAShopThatSortsOtherwise() {
    sortsBackwards = true;

    assertThatThrownBy(() -> readWhile(_ -> {}))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("does not keep to the order of ids");
  }

  /// @param meanwhile called with the number of the window that was just read
  private List<Long> readWhile(IntConsumer meanwhile) {
    try (var server = new TestingServer(this::page)) {
      var reader = new ListReader(TestingStore.client(server.url()), Query.of(StockItems.PRODUCTS));
      var given = new ArrayList<Long>();
      var next = ListPosition.START;
      for (int window = 1; window < 200; window++) {
        var read = reader.window(next, 4);
        read.entries().forEach(entry -> given.add(StockItems.id(entry)));
        meanwhile.accept(window);
        if (read.next().isEmpty()) {
          return given;
        }
        next = InventoryCursor.parse(cursor(read.next().get())).position();
      }
      throw new AssertionError("it never ends");
    }
  }

  private static String cursor(ListPosition position) {
    return new InventoryCursor(InventoryCursor.Part.PRODUCTS, position).toString();
  }

  private TestingServer.Answer page(TestingServer.Request request) {
    long offset = ignoresOffset ? 0 : Long.parseLong(request.parameter("offset"));
    var page = new ArrayList<>(ids.stream().skip(offset).limit(100).toList());
    if (sortsBackwards) {
      page.sort((a, b) -> Long.compare(b, a));
    }
    var answer =
        TestingServer.Answer.json(
            page.stream()
                .map(id -> "{\"id\":" + id + "}")
                .collect(Collectors.joining(",", "[", "]")));
    return tellsTotal ? answer.with("X-WP-Total", Integer.toString(ids.size())) : answer;
  }

  private void delete(long first, long last) {
    if (first > 0 && last >= first) {
      ids.subSet(first, true, last, true).clear();
    }
  }
}
