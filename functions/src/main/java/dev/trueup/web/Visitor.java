package dev.trueup.web;

/// Who looks at a page.
///
/// @param name as it is shown in runs and decisions
/// @param csrf what the visitor's forms have to carry
/// @param byLink whether they came by the link of one run, without a key
record Visitor(String name, Role role, String csrf, boolean byLink) {
  /// The name of whoever decides by link.
  static final String LINK = "link";

  static Visitor byLink(String csrf) {
    return new Visitor(LINK, Role.APPROVER, csrf, true);
  }

  boolean may(Role needed) {
    return role.may(needed);
  }

  /// May stop, pause and ask for runs: a link opens one review and no more.
  boolean operates() {
    return !byLink && may(Role.OPERATOR);
  }

  boolean approves() {
    return may(Role.APPROVER);
  }

  /// The path of a run's pages for them.
  String path(String runId) {
    return (byLink ? "/review/" : "/runs/") + runId;
  }
}
