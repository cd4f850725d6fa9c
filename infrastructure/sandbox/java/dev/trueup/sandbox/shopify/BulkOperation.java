package dev.trueup.sandbox.shopify;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A bulk query, from its start to its file. Readers see one consistent [Snapshot].
final class BulkOperation {
  private final String query;
  private final Instant createdAt;
  private final long number;
  private Snapshot snapshot = new Snapshot(Status.CREATED, null, 0, 0, 0, null, null);

  enum Status {
    CREATED,
    RUNNING,
    COMPLETED,
    CANCELING,
    CANCELED,
    FAILED;

    boolean isOver() {
      return EnumSet.of(COMPLETED, CANCELED, FAILED).contains(this);
    }
  }

  /// @param url null until there is a result, and for an empty one
  record Snapshot(
      Status status,
      @Nullable String errorCode,
      long objectCount,
      long rootObjectCount,
      long fileSize,
      @Nullable String url,
      @Nullable Instant completedAt) {}

  BulkOperation(long number, String query, Instant createdAt) {
    this.number = number;
    this.query = query;
    this.createdAt = createdAt;
  }

  long number() {
    return number;
  }

  String gid() {
    return Gid.of("BulkOperation", number);
  }

  String query() {
    return query;
  }

  Instant createdAt() {
    return createdAt;
  }

  synchronized Snapshot snapshot() {
    return snapshot;
  }

  Status status() {
    return snapshot().status();
  }

  synchronized void running() {
    if (snapshot.status() == Status.CREATED) {
      snapshot = new Snapshot(Status.RUNNING, null, 0, 0, 0, null, null);
    }
  }

  /// Answers false when it is over already.
  synchronized boolean cancel() {
    if (snapshot.status().isOver()) {
      return false;
    }
    snapshot = new Snapshot(Status.CANCELING, null, 0, 0, 0, null, null);
    return true;
  }

  synchronized boolean isCanceling() {
    return snapshot.status() == Status.CANCELING;
  }

  synchronized void canceled(Instant at) {
    snapshot = new Snapshot(Status.CANCELED, null, 0, 0, 0, null, at);
  }

  synchronized void failed(String errorCode, Instant at) {
    snapshot = new Snapshot(Status.FAILED, errorCode, 0, 0, 0, null, at);
  }

  synchronized void completed(
      long objects, long roots, long fileSize, Optional<String> url, Instant at) {
    snapshot = new Snapshot(Status.COMPLETED, null, objects, roots, fileSize, url.orElse(null), at);
  }
}
