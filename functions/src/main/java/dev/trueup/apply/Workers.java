package dev.trueup.apply;

import dev.trueup.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Requests under way at the same time, each on a virtual thread.
final class Workers {
  /// Some work that may end with an exception.
  interface Task {
    void run();
  }

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<?>> running = new ArrayList<>();

  void start(Task task) {
    running.add(threads.submit(task::run));
  }

  /// Whether some task has ended with an exception already.
  boolean failed() {
    return running.stream().anyMatch(future -> future.state() == Future.State.FAILED);
  }

  /// Waits for all of them.
  ///
  /// @return whether a store asked for more time than there was
  /// @throws RuntimeException the first failure that is not about time, when all have ended
  boolean join() {
    boolean outOfTime = false;
    RuntimeException failure = null;
    for (Future<?> future : running) {
      try {
        future.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while writing", e);
      } catch (ExecutionException e) {
        if (e.getCause() instanceof StoreException) {
          outOfTime = true;
        } else if (failure == null) {
          failure =
              new IllegalStateException(
                  "a batch could not be written: " + e.getCause(), e.getCause());
        } else {
          failure.addSuppressed(e.getCause());
        }
      }
    }
    threads.close();
    if (failure != null) {
      throw failure;
    }
    return outOfTime;
  }
}
