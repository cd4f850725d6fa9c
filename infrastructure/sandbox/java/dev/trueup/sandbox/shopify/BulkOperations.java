package dev.trueup.sandbox.shopify;

import dev.trueup.sandbox.shopify.BulkOperation.Status;
import dev.trueup.sandbox.shopify.WriteAnswer.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The bulk queries of the app: at most five at once, each with a file of JSON lines at the end.
final class BulkOperations implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(BulkOperations.class.getName());
  private static final long FIRST = 720_918_000_000L;
  private static final int MOST_AT_ONCE = 5;

  private final InstantSource clock;
  private final Supplier<URI> site;
  private final Path directory;
  private final List<BulkOperation> operations = new ArrayList<>();
  private boolean held;
  private boolean closed;

  BulkOperations(InstantSource clock, Supplier<URI> site) {
    this.clock = clock;
    this.site = site;
    try {
      directory = Files.createTempDirectory("sandbox-bulk");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  record Answer(@Nullable BulkOperation operation, List<Refusal> userErrors) {
    Answer {
      userErrors = List.copyOf(userErrors);
    }
  }

  synchronized Answer start(String query, BulkRun run) {
    long running = operations.stream().filter(known -> !known.status().isOver()).count();
    if (running >= MOST_AT_ONCE) {
      return refused(
          "OPERATION_IN_PROGRESS", "A bulk query operation for this app and shop is in progress.");
    }
    BulkOperation operation = new BulkOperation(FIRST + operations.size(), query, clock.instant());
    operations.add(operation);
    Thread.ofVirtual().start(() -> perform(operation, run));
    return new Answer(operation, List.of());
  }

  static Answer refused(@Nullable String code, String message) {
    return new Answer(null, List.of(new Refusal(code, List.of("query"), message)));
  }

  private void perform(BulkOperation operation, BulkRun run) {
    operation.running();
    awaitRelease();
    try {
      BulkRun.Result result = run.into(file(operation), operation::isCanceling);
      if (operation.isCanceling()) {
        operation.canceled(clock.instant());
      } else if (result.errorCode().isPresent()) {
        operation.failed(result.errorCode().get(), clock.instant());
      } else {
        operation.completed(
            result.objects(),
            result.roots(),
            Files.size(file(operation)),
            result.objects() == 0 ? Optional.empty() : Optional.of(site.get() + address(operation)),
            clock.instant());
      }
    } catch (IOException | RuntimeException e) {
      if (!isClosed()) {
        LOG.log(System.Logger.Level.ERROR, "a bulk operation failed", e);
      }
      operation.failed("INTERNAL_SERVER_ERROR", clock.instant());
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private synchronized void awaitRelease() {
    try {
      while (held && !closed) {
        wait();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Lets operations stay `RUNNING` until they are let go.
  synchronized void hold(boolean hold) {
    held = hold;
    notifyAll();
  }

  Answer cancel(BulkOperation operation) {
    return operation.cancel()
        ? new Answer(operation, List.of())
        : new Answer(
            operation,
            List.of(
                new Refusal(
                    null,
                    null,
                    "A bulk operation cannot be canceled when it is "
                        + operation.status().name().toLowerCase(Locale.ROOT))));
  }

  synchronized Optional<BulkOperation> find(long number) {
    return operations.stream().filter(known -> known.number() == number).findFirst();
  }

  /// In the order of their creation, or the other way round.
  synchronized List<BulkOperation> list(Optional<Status> status, boolean reverse) {
    List<BulkOperation> found =
        operations.stream()
            .filter(known -> status.isEmpty() || known.status() == status.get())
            .toList();
    return reverse ? found.reversed() : found;
  }

  /// The file behind the address of a result.
  synchronized Optional<Path> file(String pathAndQuery) {
    return operations.stream()
        .filter(known -> known.status() == Status.COMPLETED)
        .filter(known -> address(known).equals(pathAndQuery))
        .map(this::file)
        .findFirst();
  }

  private Path file(BulkOperation operation) {
    return directory.resolve(operation.number() + ".jsonl");
  }

  private static String address(BulkOperation operation) {
    return "/sandbox/bulk/%d.jsonl?signature=%08x"
        .formatted(operation.number(), operation.query().hashCode());
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
    operations.forEach(BulkOperation::cancel);
    try (var files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(directory);
    } catch (IOException _) {
      directory.toFile().deleteOnExit();
    }
  }
}
