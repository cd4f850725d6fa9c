package dev.trueup.web;

import dev.trueup.catalog.MatchKey;
import dev.trueup.catalog.RecordRef;
import dev.trueup.plan.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The lines of a run that somebody named by ids and SKUs.
final class Named {
  private final Map<String, List<Line>> byId = new LinkedHashMap<>();
  private final Map<String, List<Line>> bySku = new LinkedHashMap<>();
  private final Map<String, List<Line>> byItem = new LinkedHashMap<>();

  /// @param words the names to look for
  Named(List<String> words) {
    for (String word : words) {
      byId.put(word, new ArrayList<>());
      bySku.put(MatchKey.fold(word), new ArrayList<>());
      byItem.put(word, new ArrayList<>());
    }
  }

  /// Takes a line if it is named.
  void add(Line line) {
    Change change = line.change();
    ids(change).forEach(id -> put(byId, id, line));
    put(bySku, MatchKey.fold(change.sku()), line);
    put(byItem, change.id(), line);
  }

  /// The lines a word names: by a store's id if there is one, else by SKU, else by the item's id in
  /// its run, so that a number is never taken for another thing than the store's own.
  List<Line> best(String word) {
    return Stream.of(of(byId, word), of(bySku, MatchKey.fold(word)), of(byItem, word))
        .filter(lines -> !lines.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /// The lines a word names by a store's id or by SKU.
  Set<Line> any(String word) {
    var lines = new LinkedHashSet<>(of(byId, word));
    lines.addAll(of(bySku, MatchKey.fold(word)));
    return lines;
  }

  private static List<Line> of(Map<String, List<Line>> lines, String word) {
    return Objects.requireNonNullElse(lines.get(word), List.of());
  }

  private static Set<String> ids(Change change) {
    var ids = new LinkedHashSet<String>();
    addIds(ids, change.source());
    addIds(ids, change.destination());
    return ids;
  }

  private static void addIds(Set<String> ids, @Nullable RecordRef ref) {
    if (ref != null) {
      ids.add(ref.id());
      ids.add(ref.parentId());
    }
  }

  private static void put(Map<String, List<Line>> lines, String word, Line line) {
    List<Line> named = lines.get(word);
    if (named != null) {
      named.add(line);
    }
  }
}
