package dev.trueup.local;

import dev.trueup.catalog.Platform;
import dev.trueup.function.ConfiguredStores;
import dev.trueup.function.Settings;
import dev.trueup.function.Wiring;
import dev.trueup.run.Stores;
import dev.trueup.store.Store;
import dev.trueup.store.export.ExportException;
import dev.trueup.store.export.ExportStore;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Runs everything on this machine: `./mvnw -q -Plocal`.
final class Main {
  /// DynamoDB Local's SQLite tells of each file it opens.
  private static final Logger QUIET = Logger.getLogger("com.almworks.sqlite4java");

  private Main() {}

  public static void main(String[] arguments) throws InterruptedException {
    QUIET.setLevel(Level.WARNING);
    try {
      Options options = Options.of(arguments, System.getenv());
      if (options.compareOnly()) {
        compare(options);
      } else {
        run(options);
      }
      System.exit(0);
    } catch (IllegalArgumentException | IllegalStateException | ExportException | IOException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void run(Options options) throws IOException, InterruptedException {
    var stop = new CountDownLatch(1);
    stopWithTheParent(stop);
    String key = options.accessKey() == null ? newKey() : options.accessKey();
    try (LocalStores local = LocalStores.start(options)) {
      Stores stores = ConfiguredStores.of(Settings.of(local.settings()));
      try (LocalRuntime runtime = start(options, stores, key)) {
        local.sentences().forEach(sentence -> System.out.println("  " + sentence));
        String address = "http://127.0.0.1:" + runtime.port();
        new FirstCompare(address, key, options).print();
        System.out.println("Trueup is ready at " + address);
        System.out.flush();
        stop.await();
      }
    }
  }

  /// Compares two exports as they are: no store, no credentials, nothing to approve.
  private static void compare(Options options) throws IOException, InterruptedException {
    var stores =
        new Stores(
            Map.of(
                Platform.WOOCOMMERCE,
                export(Platform.WOOCOMMERCE, options.wooCommerceCsv()),
                Platform.SHOPIFY,
                export(Platform.SHOPIFY, options.shopifyCsv())));
    String key = newKey();
    try (LocalRuntime runtime = LocalRuntime.start(parts(0, options, stores, key))) {
      new FirstCompare("http://127.0.0.1:" + runtime.port(), key, options).compare();
    }
  }

  private static Store export(Platform platform, @Nullable Path file) throws IOException {
    ExportStore store = ExportStore.open(Objects.requireNonNull(file));
    if (store.platform() != platform) {
      throw new IllegalArgumentException(
          "%s is an export of %s, not of %s."
              .formatted(file, store.platform().displayName(), platform.displayName()));
    }
    return store;
  }

  /// A port a person asked for is the one or none; otherwise any will do when the usual one is
  /// taken.
  private static LocalRuntime start(Options options, Stores stores, String key) throws IOException {
    try {
      return LocalRuntime.start(parts(options.port(), options, stores, key));
    } catch (PortInUseException e) {
      if (options.portGiven()) {
        throw e;
      }
      System.out.println("Port " + options.port() + " is taken, so another one is used.");
      return LocalRuntime.start(parts(0, options, stores, key));
    }
  }

  private static LocalRuntime.Parts parts(int port, Options options, Stores stores, String key) {
    return new LocalRuntime.Parts(
        port,
        options.data(),
        stores,
        Wiring.RESOURCES,
        key,
        LocalRuntime.Parts.APPROVAL_TIME,
        options.environment());
  }

  private static String newKey() {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /// Ends with Maven, however Maven ends.
  private static void stopWithTheParent(CountDownLatch stop) {
    ProcessHandle.current()
        .parent()
        .ifPresent(parent ->
            Thread.ofVirtual()
                .start(() -> {
                  parent.onExit().join();
                  stop.countDown();
                }));
    Runtime.getRuntime().addShutdownHook(new Thread(stop::countDown));
  }
}
