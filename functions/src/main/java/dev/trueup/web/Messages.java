package dev.trueup.web;

import java.util.Locale;

/// A sentence that is a page of its own.
///
/// @param openRun the page of a run that is in the way; empty for none
record Messages(String title, String sentence, String openRun) {
  static String title(int status) {
    return switch (status) {
      case 401 -> "Sign in again";
      case 403 -> "Not allowed";
      case 404 -> "Not found";
      case 405 -> "Not possible";
      case 409 -> "Not done";
      case 410 -> "This link is over";
      case 429 -> "Wait a moment";
      case 502, 503 -> "A store does not answer";
      case 500 -> "Something went wrong";
      default -> "Not done";
    };
  }

  static Messages of(Problem problem, Request request) {
    String open = problem.members().getOrDefault("openRun", "").replace("/api/runs/", "/runs/");
    String detail = problem.detail().replace(", or send \"replace\": true", "");
    String sentence =
        detail.isEmpty()
            ? title(problem.status())
            : detail.substring(0, 1).toUpperCase(Locale.ROOT) + detail.substring(1) + ".";
    return new Messages(title(problem.status()), sentence, open);
  }
}
