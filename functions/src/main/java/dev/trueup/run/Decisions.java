package dev.trueup.run;

import dev.trueup.plan.Guard;
import dev.trueup.plan.Selection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// What people decide about runs. Deciding the same again changes nothing and succeeds, so that a
/// lost answer can be asked for again.
public final class Decisions {
  /// The name of the token of the state that waits for an approval.
  public static final String APPROVAL = "AwaitApproval";

  /// What the names of the tokens of batches that wait for a pause to end begin with.
  public static final String RESUME = "AwaitResume#";

  private static final Selection NOTHING = new Selection.Include(Set.of());

  private final Ledger ledger;
  private final Workflow workflow;
  private final InstantSource clock;
  private final Trail trail;
  private final PlanValidity validity;

  public Decisions(Ledger ledger, Workflow workflow, InstantSource clock) {
    this(ledger, workflow, clock, PlanValidity.DEFAULT);
  }

  public Decisions(Ledger ledger, Workflow workflow, InstantSource clock, PlanValidity validity) {
    this.validity = validity;
    this.ledger = ledger;
    this.workflow = workflow;
    this.clock = clock;
    this.trail = new Trail(ledger, clock);
  }

  /// Approves a plan, or a part of it.
  ///
  /// @throws NoSuchRunException when there is no such run
  /// @throws RefusalException when the approval does not fit the run as it is now
  public Run approve(String runId, Approval approval) {
    Run run = demand(runId);
    Instant now = clock.instant();
    Run approved =
        watched(
            run,
            approval.by(),
            () -> {
              if (!says(run, approval)) {
                awaits(run);
                fresh(run, now);
                check(run, approval);
                new ApprovalCheck(run, approval).selection(ledger);
                token(run);
              }
              return ledger.update(runId, current -> approved(current, approval, now));
            });
    remember(approved);
    trail.decided(approved);
    return answer(approved, "approved");
  }

  /// Rejects a plan: nothing of it is written.
  ///
  /// @param digest of the plan they saw; empty when they do not care
  public Run reject(String runId, String digest, String by, String note) {
    Run run = demand(runId);
    Instant now = clock.instant();
    Run rejected =
        watched(
            run,
            by,
            () -> {
              if (!rejected(run)) {
                awaits(run);
                sees(run, digest);
                token(run);
              }
              return ledger.update(runId, current -> rejected(current, by, now, note));
            });
    trail.decided(rejected);
    return answer(rejected, "rejected");
  }

  private void fresh(Run run, Instant now) {
    validity
        .objection(run, now)
        .ifPresent(sentence -> {
          throw RefusalException.conflict(sentence);
        });
  }

  /// A source that somebody said is right as small as it is: the next one is measured by it.
  private void remember(Run approved) {
    boolean overridden =
        approved.guards().stream()
            .anyMatch(guard -> guard.isAboutSource() && guard.overriddenBy() != null);
    if (overridden && approved.tally() != null) {
      ledger.rememberSourceRead(
          approved.pair(), approved.resource(), approved.tally().sourceRead());
    }
  }

  private static void sees(Run run, String digest) {
    if (!digest.isEmpty() && !digest.equals(run.digest())) {
      throw RefusalException.conflict(
          "the digest is not the one of run " + run.id() + ": look at its items again");
    }
  }

  /// Decides; an attempt that is refused is remembered.
  private Run watched(Run run, String by, Supplier<Run> decision) {
    try {
      return decision.get();
    } catch (RefusalException e) {
      trail.refused(run, by, e);
      throw e;
    }
  }

  /// Stops a run: at once while it waits, otherwise before the next batch. One whose workflow was
  /// never started is started to end.
  public Run cancel(String runId, String by, String note) {
    Run run = demand(runId);
    if (run.status() == RunStatus.CANCELLED) {
      return run;
    }
    if (run.status() == RunStatus.AWAITING_APPROVAL && run.decision() == null) {
      try {
        return end(run, RunStatus.CANCELLED, by, note);
      } catch (RunOpenException _) {
        return stop(runId, by, note);
      }
    }
    return stop(runId, by, note);
  }

  /// Holds the writing before the next batch.
  public Run pause(String runId, String by) {
    boolean pausedAlready = demand(runId).status() == RunStatus.PAUSED;
    Run paused =
        ledger.update(
            runId,
            run -> {
              if (run.status() == RunStatus.PAUSED) {
                return run;
              }
              if (run.status() != RunStatus.APPLYING || run.cancelRequested()) {
                throw RefusalException.conflict(
                    run.cancelRequested()
                        ? "run " + runId + " is being cancelled"
                        : status(run) + "; only a run that is applying can be paused");
              }
              return run.edit()
                  .pauseRequested(true)
                  .status(RunStatus.PAUSED)
                  .waitingFor("somebody to resume it: paused by " + by)
                  .run();
            });
    if (!pausedAlready) {
      trail.paused(paused, by);
    }
    return paused;
  }

  /// Goes on after a pause.
  public Run resume(String runId, String by) {
    boolean wasPaused = demand(runId).status() == RunStatus.PAUSED;
    Run resumed =
        ledger.update(
            runId,
            run -> {
              if (run.status() != RunStatus.PAUSED && run.status() != RunStatus.APPLYING) {
                throw RefusalException.conflict(
                    status(run) + "; only a run that is paused can be resumed");
              }
              return run.status() == RunStatus.PAUSED ? goOn(run) : run;
            });
    if (wasPaused) {
      trail.resumed(resumed, by);
    }
    wake(runId);
    return resumed;
  }

  /// Ends a run that waits for approval because another one takes its place.
  ///
  /// @throws RunOpenException when it is past that
  void supersede(String runId, Run by) {
    ledger
        .find(runId)
        .filter(run -> run.status().open())
        .ifPresent(
            run -> end(run, RunStatus.REJECTED, by.createdBy(), "superseded by run " + by.id()));
  }

  private Run end(Run run, RunStatus status, String by, String note) {
    Instant now = clock.instant();
    Run ended =
        ledger.close(
            run.id(),
            current -> {
              if (current.status() != RunStatus.AWAITING_APPROVAL || current.decision() != null) {
                throw new RunOpenException(current.id());
              }
              return rejected(current, by, now, note)
                  .edit()
                  .status(status)
                  .cancelRequested(status == RunStatus.CANCELLED)
                  .closedAt(now)
                  .run();
            });
    if (status == RunStatus.CANCELLED) {
      trail.cancelled(ended, by, note);
    } else {
      trail.decided(ended);
    }
    trail.closed(ended);
    answerIfAny(run.id(), APPROVAL, decisionJson(status.code()));
    return ended;
  }

  private Run stop(String runId, String by, String note) {
    Run stopping =
        ledger.update(
            runId,
            run -> {
              if (!run.status().open()) {
                throw RefusalException.conflict(status(run) + "; there is nothing left to cancel");
              }
              return (run.status() == RunStatus.PAUSED ? goOn(run) : run)
                  .edit()
                  .cancelRequested(true)
                  .waitingFor("what is being done to end: cancelled by " + by)
                  .run();
            });
    trail.cancelled(stopping, by, note);
    if (stopping.status() == RunStatus.COMPARING) {
      workflow.start(stopping);
    }
    wake(runId);
    return stopping;
  }

  private static Run goOn(Run run) {
    return run.edit().pauseRequested(false).status(RunStatus.APPLYING).waitingFor("").run();
  }

  private void wake(String runId) {
    ledger.tokens(runId).keySet().stream()
        .filter(name -> name.startsWith(RESUME))
        .forEach(name -> answerIfAny(runId, name, "{}"));
  }

  private static Run approved(Run run, Approval approval, Instant now) {
    if (says(run, approval)) {
      return run;
    }
    awaits(run);
    check(run, approval);
    UnaryOperator<Guard> override =
        guard ->
            guard.tripped() && approval.overrideGuards().contains(guard.name())
                ? guard.overridden(approval.by())
                : guard;
    List<Guard> guards = run.guards().stream().map(override).toList();
    return run.edit().decision(approval.at(now)).guards(guards).waitingFor("").run();
  }

  private static void check(Run run, Approval approval) {
    var check = new ApprovalCheck(run, approval);
    check.digest();
    check.guards();
  }

  private static Run rejected(Run run, String by, Instant now, String note) {
    if (rejected(run)) {
      return run;
    }
    awaits(run);
    String digest = run.digest() == null ? "" : run.digest();
    var decision = new Decision(false, digest, NOTHING, Map.of(), by, now, note);
    return run.edit().decision(decision).waitingFor("").run();
  }

  private static boolean says(Run run, Approval approval) {
    return run.decision() != null && approval.sameAs(run.decision());
  }

  private static boolean rejected(Run run) {
    return run.decision() != null && !run.decision().approved();
  }

  private static void awaits(Run run) {
    Decision decision = run.decision();
    if (decision != null) {
      throw RefusalException.conflict(
          "run %s was %s by %s already; %s"
              .formatted(
                  run.id(),
                  decision.approved() ? "approved" : "rejected",
                  decision.by(),
                  "its status is " + run.status().code()));
    }
    if (run.status() != RunStatus.AWAITING_APPROVAL) {
      throw RefusalException.conflict(status(run) + "; it is not awaiting approval");
    }
  }

  private static String status(Run run) {
    return "run " + run.id() + " is " + run.status().code();
  }

  private Run demand(String runId) {
    return ledger.find(runId).orElseThrow(() -> new NoSuchRunException(runId));
  }

  private String token(Run run) {
    String token = ledger.tokens(run.id()).get(APPROVAL);
    if (token == null) {
      throw RefusalException.conflict(
          "the workflow of run " + run.id() + " does not wait yet; try again in a moment");
    }
    return token;
  }

  private Run answer(Run run, String word) {
    if (!answerIfAny(run.id(), APPROVAL, decisionJson(word))
        && demand(run.id()).status() == RunStatus.AWAITING_APPROVAL) {
      throw RefusalException.conflict(
          "the time to approve run " + run.id() + " is over; compare again");
    }
    return run;
  }

  private static String decisionJson(String word) {
    return "{\"decision\":\"" + word + "\"}";
  }

  /// Answers a token and forgets it. One that is not there was answered before.
  ///
  /// @return false when nobody waited for the answer any more
  private boolean answerIfAny(String runId, String name, String json) {
    String token = ledger.tokens(runId).get(name);
    if (token == null) {
      return true;
    }
    boolean waited = workflow.succeed(token, json);
    ledger.dropToken(runId, name);
    return waited;
  }
}
