package dev.trueup.web;

import dev.trueup.run.Ledger;
import dev.trueup.run.NoSuchRunException;
import dev.trueup.run.RefusalException;
import dev.trueup.run.Run;
import dev.trueup.run.RunId;
import dev.trueup.run.RunOpenException;
import dev.trueup.run.RunStatus;
import dev.trueup.store.StoreException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers for what went wrong.
final class Failures {
  private static final Logger log = LoggerFactory.getLogger(Failures.class);

  private final Ledger ledger;
  private final InstantSource clock;
  private final RandomGenerator random;

  Failures(Ledger ledger, InstantSource clock, RandomGenerator random) {
    this.ledger = ledger;
    this.clock = clock;
    this.random = random;
  }

  Problem problem(Request request, RuntimeException failure) {
    return switch (failure) {
      case ProblemException e -> e.problem();
      case NoSuchRunException _ -> Problem.of(404, "there is no run with this id");
      case RunOpenException e -> open(e.openRunId());
      case RefusalException e -> refusal(request, e);
      case StoreException e -> store(e);
      default -> unexpected(request, failure);
    };
  }

  private Problem open(String runId) {
    Optional<RunStatus> status = ledger.find(runId).map(Run::status);
    String advice =
        status.filter(RunStatus.AWAITING_APPROVAL::equals).isPresent()
            ? "decide about it, cancel it, or send \"replace\": true"
            : "wait until it is closed, or cancel it";
    return Problem.of(
            409,
            "run %s of the same stores and resource is open%s: %s"
                .formatted(runId, status.map(each -> " and " + each.code()).orElse(""), advice))
        .with("openRun", "/api/runs/" + runId);
  }

  private Problem refusal(Request request, RefusalException e) {
    String sentence = String.valueOf(e.getMessage());
    return switch (e.kind()) {
      case INVALID -> Problem.of(422, sentence).with("field", e.field());
      case CONFLICT -> Problem.of(409, sentence);
      case UNAVAILABLE -> {
        log.error("{} {}: {}", request.method(), request.path(), sentence, e);
        yield Problem.of(503, sentence);
      }
    };
  }

  private static Problem store(StoreException e) {
    int status =
        switch (e.kind()) {
          case UNAUTHORIZED, FORBIDDEN, NOT_FOUND -> 502;
          case THROTTLED, UNAVAILABLE -> 503;
          case REJECTED -> 422;
          case CONFLICT -> 409;
        };
    Problem problem =
        Problem.of(status, e.sentence())
            .with("platform", e.platform().code())
            .with("kind", JsonObject.word(e.kind()));
    return e.retryAfter()
        .map(Duration::toSeconds)
        .map(seconds -> problem.header("Retry-After", Long.toString(Math.max(seconds, 1))))
        .orElse(problem);
  }

  /// The client gets an id to ask for, and the log says what it was.
  private Problem unexpected(Request request, RuntimeException e) {
    String id = RunId.at(clock.instant(), random);
    log.error("{} {} failed, {}", request.method(), request.path(), id, e);
    return Problem.of(500, "something went wrong here; the log has it as " + id)
        .with("instance", "urn:trueup:failure:" + id);
  }
}
