package dev.trueup.run;

import dev.trueup.catalog.StoreRecord;
import dev.trueup.compare.Links;
import dev.trueup.plan.Change;
import dev.trueup.store.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is remembered: runs, plans, outcomes. Every write that races is conditional. Reads see
/// every write that returned before. Streams are read page by page and must be closed.
public interface Ledger {

  /// Records a new run and takes the lock of its pair and resource.
  ///
  /// @throws RunOpenException when another run holds the lock; nothing is recorded then
  void open(Run run);

  Optional<Run> find(String runId);

  /// Changes a run; `change` is called again when somebody else changed it meanwhile, and must have
  /// no effects. The outcome counts are not changed by this: [#settle] counts them.
  ///
  /// @throws NoSuchRunException when there is no such run
  Run update(String runId, UnaryOperator<Run> change);

  /// Like [#update] for a change after which the run is no longer open: releases its lock.
  Run close(String runId, UnaryOperator<Run> change);

  /// Runs of all pairs, newest first.
  ///
  /// @param cursor of the page before, or null for the first
  RunPage runs(@Nullable String cursor, int limit);

  record RunPage(List<Run> runs, @Nullable String cursor) {}

  /// How many records the source had when a plan was last made for this pair, direction and
  /// resource, and no guard or a person said that it was too few.
  Optional<Integer> lastSourceRead(Pair pair, String resource);

  void rememberSourceRead(Pair pair, String resource, int records);

  /// The plan of a run: written once, read in order. Writing the same plan again is no error.
  void savePlan(String runId, List<Change> changes);

  /// The changes from a place on, in order.
  Stream<Change> changes(String runId, int fromSeq);

  void saveBatches(String runId, List<Batch> batches);

  /// @throws IllegalArgumentException when the run has no such batch
  Batch batch(String runId, int number);

  /// Records that a request is about to be sent.
  void begin(String runId, Attempt attempt);

  /// Records the outcomes of an attempt and counts them in the run, both or neither. Settling an
  /// attempt again changes nothing.
  void settle(String runId, Attempt attempt);

  List<Attempt> attempts(String runId, int batch);

  /// The outcomes of the changes between two places, both included, by place.
  Map<Integer, Outcome> outcomes(String runId, int fromSeq, int toSeq);

  /// Records which written changes were found otherwise when they were verified, a sentence each,
  /// by place. Recording the same again changes nothing.
  void saveFindings(String runId, Map<Integer, String> findings);

  /// All findings of a run, by place.
  Map<Integer, String> findings(String runId);

  /// Keeps the task token a state of the workflow waits with.
  ///
  /// @param name the state's name, and the batch where several wait: `AwaitApproval`,
  ///   `AwaitResume#3`
  void keepToken(String runId, String name, String token);

  /// The task tokens a run waits with, by name.
  Map<String, String> tokens(String runId);

  void dropToken(String runId, String name);

  /// Keeps what is known of the link to the review of a run, in place of an earlier one.
  void keepLink(String runId, ReviewLink link);

  Optional<ReviewLink> link(String runId);

  /// Records read by a comparison that goes on in another invocation.
  ///
  /// @param side `source` or `destination`
  /// @param number from 1, ascending
  void saveSnapshot(String runId, String side, int number, List<StoreRecord> records);

  /// The records of the first snapshots; later ones belong to an invocation that was tried again.
  ///
  /// @param count how many snapshots
  Stream<StoreRecord> snapshot(String runId, String side, int count);

  /// Which records were the same thing in earlier runs, by the ids of the pair's source.
  Links links(Pair pair, String resource);

  void saveLinks(Pair pair, String resource, Links links);

  /// The trail of what was asked, decided and done.
  Audit audit();
}
