package dev.trueup.run;

import dev.trueup.catalog.Platform;
import dev.trueup.catalog.Resource;
import dev.trueup.plan.Policies;
import dev.trueup.store.Scope;
import dev.trueup.store.Store;
import dev.trueup.store.StoreRecords;
import java.util.Map;
import java.util.Objects;

/// The two stores this deployment knows.
public record Stores(Map<Platform, Store> byPlatform) {
  public Stores {
    byPlatform = Map.copyOf(byPlatform);
    for (Platform platform : Platform.values()) {
      if (!byPlatform.containsKey(platform)) {
        throw new IllegalArgumentException("there is no " + platform.displayName() + " store");
      }
    }
  }

  public Store store(Platform platform) {
    return Objects.requireNonNull(byPlatform.get(platform));
  }

  public Pair pair(Platform sourceOfTruth) {
    return new Pair(
        sourceOfTruth, store(Platform.WOOCOMMERCE).identity(), store(Platform.SHOPIFY).identity());
  }

  /// The records of the store that is right.
  public StoreRecords source(Pair pair, Resource resource, Policies policies) {
    return store(pair.sourceOfTruth()).records(resource, scope(policies, false));
  }

  /// The records of the store that is changed.
  public StoreRecords destination(Pair pair, Resource resource, Policies policies) {
    return store(pair.destination()).records(resource, scope(policies, true));
  }

  private static Scope scope(Policies policies, boolean destination) {
    return new Scope(
        policies.locations().counted(),
        policies.locations().written(),
        destination,
        policies.filter().needsFacets());
  }
}
