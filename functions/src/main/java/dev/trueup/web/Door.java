package dev.trueup.web;

import dev.trueup.run.Ledger;
import dev.trueup.run.ReviewLink;
import dev.trueup.run.Run;
import dev.trueup.run.RunId;
import dev.trueup.run.RunStatus;
import java.net.URI;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Who comes in to which page: people who signed in, and to a review whoever holds its link.
final class Door {
  private static final Duration LINK_LENGTH = Duration.ofDays(7);
  private static final int LONGEST_TOKEN = 100;

  private final Session session;
  private final Ledger ledger;
  private final SiteSettings settings;

  Door(Session session, Ledger ledger, SiteSettings settings) {
    this.session = session;
    this.ledger = ledger;
    this.settings = settings;
  }

  sealed interface Answer {
    record Come(Visitor visitor, Form form) implements Answer {}

    record SignInFirst() implements Answer {}
  }

  /// Takes the nonce out of the address and into a cookie for this review alone, so that it stays
  /// in no history. Whether it fits is looked at with every request.
  Optional<Response> arrival(Request request, Map<String, String> variables) {
    String nonce = request.query().getOrDefault("nonce", "");
    String id = variables.getOrDefault("id", "");
    if (nonce.isEmpty() || !request.method().equals("GET") || !RunId.plausible(id)) {
      return Optional.empty();
    }
    if (!nonce.matches("[A-Za-z0-9_-]{22,64}")) {
      throw wrongLink();
    }
    String path = "/review/" + id;
    return Optional.of(
        Html.to(path)
            .with("Set-Cookie", Cookies.write(request, Cookies.REVIEW, nonce, path, LINK_LENGTH)));
  }

  /// @throws ProblemException when they may not, or their form is not from here
  Answer open(Request request, PageRoute route, Map<String, String> variables) {
    boolean writes = route.method().equals("POST");
    if (writes) {
      sameSite(request);
    }
    Optional<Visitor> visitor =
        route.template().startsWith("/review/")
            ? Optional.of(byLink(request, variables.getOrDefault("id", ""), writes))
            : visitor(request);
    if (visitor.isEmpty()) {
      return new Answer.SignInFirst();
    }
    admit(visitor.get(), route.needs());
    Form form = writes ? Form.of(request) : new Form(Map.of());
    if (writes && !Session.same(visitor.get().csrf(), form.text("csrf", LONGEST_TOKEN))) {
      throw Problem.of(403, "this form is too old or was not made here: load the page again")
          .exception();
    }
    return new Answer.Come(visitor.get(), form);
  }

  Optional<Visitor> visitor(Request request) {
    return Cookies.read(request, Cookies.SESSION).flatMap(session::visitor);
  }

  private static void admit(Visitor visitor, Role needed) {
    if (!visitor.may(needed)) {
      throw Problem.of(
              403,
              "this needs the role %s; the key of %s has the role %s"
                  .formatted(needed.code(), visitor.name(), visitor.role().code()))
          .exception();
    }
  }

  /// @throws ProblemException when another site sent the form
  void sameSite(Request request) {
    Optional<String> origin = request.header("origin");
    boolean ours =
        origin
            .map(this::authority)
            .map(authority ->
                Stream.of(request.header("host").orElse(""), authority(settings.publicUrl()))
                    .anyMatch(known -> !known.isEmpty() && known.equalsIgnoreCase(authority)))
            .orElseGet(() ->
                List.of("same-origin", "none")
                    .contains(request.header("sec-fetch-site").orElse("none")));
    if (!ours) {
      throw Problem.of(403, "this form was sent by another site, and nothing was done").exception();
    }
  }

  private String authority(String address) {
    try {
      return Optional.ofNullable(URI.create(address).getRawAuthority()).orElse("");
    } catch (IllegalArgumentException _) {
      return "";
    }
  }

  /// @param decides whether the link is about to be used: it can be used once
  private Visitor byLink(Request request, String runId, boolean decides) {
    String nonce = Cookies.read(request, Cookies.REVIEW).orElseThrow(Door::wrongLink);
    Run run =
        Optional.of(runId)
            .filter(RunId::plausible)
            .flatMap(ledger::find)
            .orElseThrow(Door::wrongLink);
    ReviewLink link = ledger.link(runId).orElseThrow(Door::wrongLink);
    if (!Session.same(link.sha256(), HexFormat.of().formatHex(AccessKey.hash(nonce)))) {
      throw wrongLink();
    }
    if (!link.digest().equals(run.digest())) {
      throw gone(
          "this link was made for another plan of run %s: ask for a new one".formatted(run.id()));
    }
    refuseOver(run, decides);
    return Visitor.byLink(session.token(runId + nonce));
  }

  private static void refuseOver(Run run, boolean decides) {
    if (run.decision() != null && !run.decision().by().equals(Visitor.LINK)) {
      throw gone(
          "run %s was %s by %s already, so this link has nothing left to decide"
              .formatted(
                  run.id(),
                  run.decision().approved() ? "approved" : "rejected",
                  run.decision().by()));
    }
    if (run.decision() == null && run.status() != RunStatus.AWAITING_APPROVAL) {
      throw gone(over(run));
    }
    if (decides && run.decision() != null) {
      throw gone(
          "this link was used: run %s was %s by it already"
              .formatted(run.id(), run.decision().approved() ? "approved" : "rejected"));
    }
  }

  private static String over(Run run) {
    return run.status() == RunStatus.EXPIRED
        ? "the time to decide about run %s is over, and nothing was changed; ask for a new comparison"
            .formatted(run.id())
        : "run %s is %s, so this link has nothing left to decide"
            .formatted(run.id(), run.status().code());
  }

  private static ProblemException gone(String sentence) {
    return Problem.of(410, sentence).exception();
  }

  private static ProblemException wrongLink() {
    return Problem.of(
            403,
            "this link does not open a review: it may be cut off, or a newer one was sent; use the"
                + " last one that came")
        .exception();
  }
}
