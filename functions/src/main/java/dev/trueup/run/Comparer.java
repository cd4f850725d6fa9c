package dev.trueup.run;

import dev.trueup.plan.Action;
import dev.trueup.plan.Change;
import dev.trueup.plan.Guard;
import dev.trueup.plan.Limits;
import dev.trueup.plan.Plan;
import dev.trueup.plan.Planner;
import dev.trueup.plan.Policies;
import dev.trueup.plan.Rules;
import dev.trueup.plan.Selection;
import dev.trueup.store.StoreRecords;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Reads both stores, makes the plan of a run, and says what follows.
public final class Comparer {
  /// What a comparison came to.
  public sealed interface Result {
    /// There is more to read.
    record More(Checkpoint checkpoint) implements Result {}

    /// Nothing to write.
    record InSync() implements Result {}

    /// A person has to decide.
    record NeedsApproval() implements Result {}

    /// Decided already: by policy, or because an approver named the items.
    record Approved() implements Result {}

    /// Somebody cancelled the run meanwhile.
    record Cancelled() implements Result {}
  }

  private static final int MOST_WARNINGS = 50;

  private final Ledger ledger;
  private final Stores stores;
  private final InstantSource clock;

  public Comparer(Ledger ledger, Stores stores, InstantSource clock) {
    this.ledger = ledger;
    this.stores = stores;
    this.clock = clock;
  }

  /// Compares, from a checkpoint on.
  ///
  /// @param deadline after which no further page is read
  /// @throws dev.trueup.store.StoreException when a store does not answer as it should
  public Result compare(String runId, Rules rules, Checkpoint from, Instant deadline) {
    Run run = ledger.find(runId).orElseThrow(() -> new NoSuchRunException(runId));
    if (run.cancelRequested()) {
      return new Result.Cancelled();
    }
    var source = new Reading(ledger, clock, runId, "source", from.source());
    var destination = new Reading(ledger, clock, runId, "destination", from.destination());
    StoreRecords written = stores.destination(run.pair(), rules.resource(), run.policies());
    int read =
        from.read()
            + readBoth(
                new Side(source, stores.source(run.pair(), rules.resource(), run.policies())),
                new Side(destination, written),
                deadline);
    List<String> warnings =
        Stream.of(run.warnings(), source.rejected(), destination.rejected())
            .flatMap(List::stream)
            .limit(MOST_WARNINGS)
            .toList();
    Run seen = ledger.update(runId, current -> current.edit().read(read).warnings(warnings).run());
    if (seen.cancelRequested()) {
      return new Result.Cancelled();
    }
    if (!source.done() || !destination.done()) {
      return new Result.More(new Checkpoint(source.suspend(), destination.suspend(), read));
    }
    Plan plan =
        new Planner(rules, run.policies(), written.capabilities())
            .plan(source.all(), destination.all(), ledger.links(run.pair(), run.resource()));
    return keep(run, plan);
  }

  private record Side(Reading reading, StoreRecords records) {}

  /// Reads both stores at the same time.
  private static int readBoth(Side source, Side destination, Instant deadline) {
    var read = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> sides =
          List.of(
              threads.submit(
                  () -> source.reading().read(source.records(), deadline, read::addAndGet)),
              threads.submit(() ->
                  destination.reading().read(destination.records(), deadline, read::addAndGet)));
      for (Future<?> side : sides) {
        side.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("a store could not be read", e.getCause());
    }
    return read.get();
  }

  private Result keep(Run run, Plan plan) {
    Limits limits = run.named() ? PlanKeeping.NO_SHARES : run.policies().guards();
    List<Guard> guards =
        Guard.measure(plan.tally(), limits, ledger.lastSourceRead(run.pair(), run.resource()));
    Result result =
        new PlanKeeping(ledger, clock)
            .keep(run, plan, guards, digest -> decided(run, plan, digest, guards));
    ledger.saveLinks(run.pair(), run.resource(), plan.links());
    if (guards.stream().noneMatch(guard -> guard.isAboutSource() && guard.blocks())) {
      ledger.rememberSourceRead(run.pair(), run.resource(), plan.tally().sourceRead());
    }
    return result;
  }

  private Optional<Decision> decided(Run run, Plan plan, String digest, List<Guard> guards) {
    if (plan.tally().differences() == 0 || guards.stream().anyMatch(Guard::blocks)) {
      return Optional.empty();
    }
    if (run.named()) {
      return Optional.of(approval(digest, run.createdBy(), "the items were named"));
    }
    Policies.ApprovalPolicy policy = run.policies().approval();
    boolean safe =
        policy.mode() == Policies.ApprovalPolicy.Mode.AUTO_IF_SAFE
            && plan.tally().differences() <= policy.atMost()
            && plan.changes().stream()
                .map(Change::action)
                .filter(Action::writable)
                .allMatch(Action.UPDATE::equals);
    return safe
        ? Optional.of(approval(digest, "policy auto-if-safe", "no guard tripped, updates only"))
        : Optional.empty();
  }

  private Decision approval(String digest, String by, String note) {
    return new Decision(true, digest, new Selection.All(), Map.of(), by, clock.instant(), note);
  }
}
