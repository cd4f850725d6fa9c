package dev.trueup.run;

import dev.trueup.catalog.Platform;
import dev.trueup.store.Connection;
import dev.trueup.store.Store;
import dev.trueup.store.StoreException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/// The two stores of the deployment, and how they answer now.
public final class Connections {
  private final Stores stores;

  public Connections(Stores stores) {
    this.stores = stores;
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
          Stream.of(Platform.values())
              .map(stores::store)
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

  private static Check ask(Store store) {
    try {
      return new Check.Reachable(store.platform(), store.connect());
    } catch (StoreException e) {
      return new Check.Unreachable(store.platform(), e);
    }
  }
}
