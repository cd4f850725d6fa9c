package dev.trueup.plan;

import dev.trueup.catalog.MatchKey;
import dev.trueup.catalog.StoreRecord;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a run is narrowed to. A match is in scope when either of its records fits every list that
/// is not empty; the records of both stores are read all the same, so that nothing looks missing
/// because it was filtered away.
public record Filter(
    Set<String> skus,
    Set<String> ids,
    Set<String> categories,
    Set<String> tags,
    Set<String> statuses) {
  public static final Filter ALL =
      new Filter(List.of(), List.of(), List.of(), List.of(), List.of());

  public Filter(
      Collection<String> skus,
      Collection<String> ids,
      Collection<String> categories,
      Collection<String> tags,
      Collection<String> statuses) {
    this(folded(skus), Set.copyOf(ids), folded(categories), folded(tags), folded(statuses));
  }

  /// The named records, whichever of their ids or SKUs a person knows.
  public boolean names(StoreRecord storeRecord) {
    return skus.contains(MatchKey.fold(storeRecord.sku()))
        || ids.contains(storeRecord.ref().id())
        || ids.contains(storeRecord.ref().parentId());
  }

  public boolean takes(StoreRecord storeRecord) {
    return ((skus.isEmpty() && ids.isEmpty()) || names(storeRecord))
        && fits(categories, storeRecord.facets().categories())
        && fits(tags, storeRecord.facets().tags())
        && fits(statuses, List.of(storeRecord.facets().status()));
  }

  public boolean takesAny(Stream<StoreRecord> records) {
    return everything() || records.anyMatch(this::takes);
  }

  public boolean everything() {
    return equals(ALL);
  }

  /// Whether categories, tags or status have to be read.
  public boolean needsFacets() {
    return !(categories.isEmpty() && tags.isEmpty() && statuses.isEmpty());
  }

  private static boolean fits(Set<String> allowed, List<String> found) {
    return allowed.isEmpty() || found.stream().map(MatchKey::fold).anyMatch(allowed::contains);
  }

  private static Set<String> folded(Collection<String> words) {
    return words.stream().map(MatchKey::fold).collect(Collectors.toUnmodifiableSet());
  }
}
