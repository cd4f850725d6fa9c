package dev.trueup.sandbox.woocommerce;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Categories and tags; they share one sequence of ids, as WordPress terms do.
final class Terms {
  /// The category of whatever has none.
  static final int UNCATEGORIZED = 15;

  /// @param name encoded for HTML
  record Term(int id, String name) {
    String slug() {
      return WebText.slug(name);
    }
  }

  private final Map<Integer, Term> categories = new LinkedHashMap<>();
  private final Map<Integer, Term> tags = new LinkedHashMap<>();
  private final Map<String, Integer> categoryIds = new LinkedHashMap<>();
  private final Map<String, Integer> tagIds = new LinkedHashMap<>();
  private final Journal journal;
  private int next = UNCATEGORIZED + 1;

  Terms(Journal journal) {
    this.journal = journal;
    categories.put(UNCATEGORIZED, new Term(UNCATEGORIZED, "Uncategorized"));
    categoryIds.put("Uncategorized", UNCATEGORIZED);
  }

  Collection<Term> categories() {
    return categories.values();
  }

  Optional<Term> category(int id) {
    return Optional.ofNullable(categories.get(id));
  }

  Optional<Term> tag(int id) {
    return Optional.ofNullable(tags.get(id));
  }

  /// Ids of categories by plain name, made where they do not exist; of no names, Uncategorized.
  List<Integer> categoryIds(Collection<String> names) {
    List<Integer> ids = ids("category", names, categories, categoryIds);
    return ids.isEmpty() ? List.of(UNCATEGORIZED) : ids;
  }

  List<Integer> tagIds(Collection<String> names) {
    return ids("tag", names, tags, tagIds);
  }

  private List<Integer> ids(
      String kind, Collection<String> names, Map<Integer, Term> terms, Map<String, Integer> known) {
    List<Integer> ids = new ArrayList<>();
    for (String name : names) {
      String stored = WebText.encode(name.strip());
      int id = known.computeIfAbsent(stored, _ -> next++);
      if (terms.putIfAbsent(id, new Term(id, stored)) == null) {
        journal.named(kind, name.strip());
      }
      ids.add(id);
    }
    return ids.stream().distinct().sorted().toList();
  }
}
