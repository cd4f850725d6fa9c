package dev.trueup.plan;

import dev.trueup.catalog.Facets;
import dev.trueup.catalog.MatchKey;
import dev.trueup.catalog.RecordRef;
import dev.trueup.catalog.Resource;
import dev.trueup.catalog.StoreRecord;
import dev.trueup.catalog.Value;
import dev.trueup.store.Capabilities;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A resource that is not stock: labels with a text and a list of colours, matched by name. It
/// shows that nothing in the engine knows what it carries.
public final class TestingLabels implements Rules, Resource {
  public static StoreRecord label(String id, String name, String text, String... colours) {
    return new StoreRecord(
        RecordRef.of(id),
        name,
        "",
        List.of(),
        Map.of(
            "text",
            Value.of(text),
            "colours",
            new Value.Items(List.of(colours).stream().map(Value::of).toList())),
        Facets.NONE,
        null);
  }

  @Override
  public Resource resource() {
    return this;
  }

  @Override
  public String name() {
    return "labels";
  }

  @Override
  public List<String> fields() {
    return List.of("text", "colours");
  }

  @Override
  public List<MatchKey> keys() {
    return List.of(new MatchKey("name", label -> Optional.of(MatchKey.fold(label.name()))));
  }

  @Override
  public Set<Policies.MissingInDestination> missingInDestination() {
    return Set.of(Policies.MissingInDestination.REPORT);
  }

  @Override
  public Set<Policies.MissingInSource> missingInSource() {
    return Set.of(Policies.MissingInSource.REPORT);
  }

  @Override
  public Set<Policies.ConflictStrategy> conflictStrategies() {
    return Set.of(Policies.ConflictStrategy.SOURCE_WINS, Policies.ConflictStrategy.CHOOSE);
  }

  @Override
  public Wanted wanted(
      StoreRecord source, StoreRecord destination, Policies policies, Capabilities capabilities) {
    return new Wanted.Values(source.values(), "");
  }

  @Override
  public Optional<Wanted> withoutSource(
      StoreRecord destination, Policies policies, Capabilities capabilities) {
    return Optional.empty();
  }

  @Override
  public boolean zeroes(Change change) {
    return false;
  }
}
