package dev.trueup.run;

import dev.trueup.catalog.Platform;
import dev.trueup.catalog.Value;
import dev.trueup.plan.Change;
import dev.trueup.plan.Guard;
import dev.trueup.plan.Policies;
import dev.trueup.plan.Tally;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One execution of the workflow, from compare to close, as the ledger has it.
///
/// @param resource the name of the resource
/// @param digest of the plan; null until there is one
/// @param createdBy the name of the access key or schedule that asked
/// @param named whether an approver named the items and asked to write them at once: share guards
///   do not apply, nobody is asked again
/// @param yields whether it gives way to the next run somebody asks for while it waits for
///   approval: nobody in particular asked for it
/// @param rollbackOf the run this one undoes, or null
/// @param tally null until the plan is made
/// @param selected how many changes were approved
/// @param batches how many batches they travel in
/// @param decision null until somebody decided
/// @param cancelRequested whether somebody asked to stop before everything is written
/// @param pauseRequested whether somebody asked to hold the writing
/// @param waitingFor what the run waits for, a sentence; empty when it does not
/// @param error what went wrong, a sentence; empty when nothing did
/// @param read records read so far, from both stores
/// @param warnings what a reviewer should know of the reading: records that were left out and why
/// @param closedAt null while the run is open
public record Run(
    String id,
    String resource,
    Pair pair,
    RunStatus status,
    @Nullable String digest,
    Instant createdAt,
    String createdBy,
    boolean named,
    boolean yields,
    @Nullable String rollbackOf,
    Policies policies,
    @Nullable Tally tally,
    List<Guard> guards,
    @Nullable Decision decision,
    int selected,
    int batches,
    Outcomes outcomes,
    boolean cancelRequested,
    boolean pauseRequested,
    String waitingFor,
    String error,
    int read,
    List<String> warnings,
    @Nullable Instant closedAt) {
  public Run {
    guards = List.copyOf(guards);
    warnings = List.copyOf(warnings);
  }

  public static Run opened(
      String id,
      String resource,
      Pair pair,
      Instant createdAt,
      String createdBy,
      boolean named,
      Policies policies) {
    return new Run(
        id,
        resource,
        pair,
        RunStatus.COMPARING,
        null,
        createdAt,
        createdBy,
        named,
        false,
        null,
        policies,
        null,
        List.of(),
        null,
        0,
        0,
        Outcomes.NONE,
        false,
        false,
        "",
        "",
        0,
        List.of(),
        null);
  }

  /// A run that undoes what this one applied, with the policies of this one but for the approval,
  /// which is a person's.
  Run rollback(String rollbackId, Instant at, String by) {
    return new Run(
        rollbackId,
        resource,
        pair,
        RunStatus.COMPARING,
        null,
        at,
        by,
        false,
        false,
        id,
        policies.withApproval(Policies.ApprovalPolicy.REQUIRED),
        null,
        List.of(),
        null,
        0,
        0,
        Outcomes.NONE,
        false,
        false,
        "",
        "",
        0,
        List.of(),
        null);
  }

  public Platform destination() {
    return pair.destination();
  }

  /// The guards that stop the plan now.
  public List<Guard> blocking() {
    return guards.stream().filter(Guard::blocks).toList();
  }

  /// The values that a change of this run writes: all but the fields that somebody chose to leave
  /// as they are.
  public Map<String, Value> written(Change change) {
    Map<String, Value> written = new HashMap<>(change.after());
    if (decision != null) {
      written.keySet().removeAll(decision.kept().getOrDefault(change.seq(), Set.of()));
    }
    return written;
  }

  public Run with(RunStatus other) {
    return edit().status(other).run();
  }

  /// A copy in the making.
  public Edit edit() {
    return new Edit(this);
  }

  /// Changes some components of a run and leaves the others.
  public static final class Edit {
    private final Run from;
    private RunStatus status;
    private boolean yields;
    private @Nullable String digest;
    private @Nullable Tally tally;
    private List<Guard> guards;
    private @Nullable Decision decision;
    private int selected;
    private int batches;
    private Outcomes outcomes;
    private boolean cancelRequested;
    private boolean pauseRequested;
    private String waitingFor;
    private String error;
    private int read;
    private List<String> warnings;
    private @Nullable Instant closedAt;

    private Edit(Run from) {
      this.from = from;
      status = from.status;
      yields = from.yields;
      digest = from.digest;
      tally = from.tally;
      guards = from.guards;
      decision = from.decision;
      selected = from.selected;
      batches = from.batches;
      outcomes = from.outcomes;
      cancelRequested = from.cancelRequested;
      pauseRequested = from.pauseRequested;
      waitingFor = from.waitingFor;
      error = from.error;
      read = from.read;
      warnings = from.warnings;
      closedAt = from.closedAt;
    }

    public Edit status(RunStatus value) {
      status = value;
      return this;
    }

    public Edit yields(boolean value) {
      yields = value;
      return this;
    }

    public Edit plan(String planDigest, Tally planTally, List<Guard> planGuards) {
      digest = planDigest;
      tally = planTally;
      guards = planGuards;
      return this;
    }

    public Edit guards(List<Guard> value) {
      guards = value;
      return this;
    }

    public Edit decision(@Nullable Decision value) {
      decision = value;
      return this;
    }

    public Edit dispatched(int selectedChanges, int batchCount) {
      selected = selectedChanges;
      batches = batchCount;
      return this;
    }

    public Edit outcomes(Outcomes value) {
      outcomes = value;
      return this;
    }

    public Edit cancelRequested(boolean value) {
      cancelRequested = value;
      return this;
    }

    public Edit pauseRequested(boolean value) {
      pauseRequested = value;
      return this;
    }

    public Edit waitingFor(String value) {
      waitingFor = value;
      return this;
    }

    public Edit error(String value) {
      error = value;
      return this;
    }

    public Edit read(int value) {
      read = value;
      return this;
    }

    public Edit warnings(List<String> value) {
      warnings = value;
      return this;
    }

    public Edit closedAt(Instant value) {
      closedAt = value;
      return this;
    }

    public Run run() {
      return new Run(
          from.id,
          from.resource,
          from.pair,
          status,
          digest,
          from.createdAt,
          from.createdBy,
          from.named,
          yields,
          from.rollbackOf,
          from.policies,
          tally,
          guards,
          decision,
          selected,
          batches,
          outcomes,
          cancelRequested,
          pauseRequested,
          waitingFor,
          error,
          read,
          warnings,
          closedAt);
    }
  }
}
