package dev.trueup.run;

import dev.trueup.catalog.Platform;
import dev.trueup.store.Connection;
import dev.trueup.store.Store;
import dev.trueup.store.StoreException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;

/// The two stores of the deployment, and how they answer now.
public final class Connections {
  private final Map<Platform, Store> stores;

  public Connections(Map<Platform, Store> stores) {
    this.stores = new EnumMap<>(stores);
    for (Platform platform : Platform.values()) {
      if (!stores.containsKey(platform)) {
        throw new IllegalArgumentException("there is no " + platform.displayName() + " store");
      }
    }
  }

  /// How one store answered.
  public sealed interface Check {
    Platform platform();

    record Reachable(Platform platform, Connection connection) implements Check {}

    record Unreachable(Platform platform, StoreException problem) implements Check {}
  }

  /// Asks both stores at once.
  public List<Check> check() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Check>> answers =
          stores.values().stream()
              .map(store -> CompletableFuture.supplyAsync(() -> ask(store), threads))
              .toList();
      return answers.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /// Asks both stores at once.
  ///
  /// @throws StoreException what the first of them said that is not well
  void demand() {
    for (Check check : check()) {
      if (check instanceof Check.Unreachable(_, StoreException problem)) {
        throw problem;
      }
    }
  }

  Pair pair(Platform sourceOfTruth) {
    return new Pair(sourceOfTruth, identity(Platform.WOOCOMMERCE), identity(Platform.SHOPIFY));
  }

  private String identity(Platform platform) {
    return Objects.requireNonNull(stores.get(platform)).identity();
  }

  private static Check ask(Store store) {
    try {
      return new Check.Reachable(store.platform(), store.connect());
    } catch (StoreException e) {
      return new Check.Unreachable(store.platform(), e);
    }
  }
}
