package dev.trueup.web;

import dev.trueup.run.Run;

/// Whether who asked for a run may approve it.
///
/// @param on whether two people are needed
record FourEyes(boolean on, Access access) {
  /// A link says nothing of who holds it, so it cannot stand for the second pair of eyes on a run a
  /// person asked for; on a scheduled run it can.
  ///
  /// @throws ProblemException 403 when it takes somebody else
  void check(Run run, Visitor visitor) {
    if (visitor.byLink() && !allows(run, visitor)) {
      throw Problem.of(
              403,
              "two people are needed: run %s was asked for by %s, so somebody else has to sign in with a key of their own to approve it"
                  .formatted(run.id(), run.createdBy()))
          .exception();
    }
    check(run, visitor.name());
  }

  /// @param who wants to approve
  void check(Run run, String who) {
    if (on && run.createdBy().equals(who)) {
      throw mine(run);
    }
  }

  /// Asking for a sync without a run is asking and approving at once.
  void checkOwn(String who) {
    if (on) {
      throw Problem.of(
              403,
              "two people are needed: compare first, and let somebody else than %s approve"
                  .formatted(who))
          .exception();
    }
  }

  boolean allows(Run run, Visitor visitor) {
    return !on
        || (visitor.byLink()
            ? !access.knows(run.createdBy())
            : !run.createdBy().equals(visitor.name()));
  }

  private static ProblemException mine(Run run) {
    return Problem.of(
            403,
            "two people are needed: run %s was asked for by %s, so somebody else has to approve it"
                .formatted(run.id(), run.createdBy()))
        .exception();
  }
}
