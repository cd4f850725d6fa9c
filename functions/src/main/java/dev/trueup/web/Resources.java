package dev.trueup.web;

import static java.util.stream.Collectors.joining;

import dev.trueup.catalog.Platform;
import dev.trueup.catalog.Resource;
import dev.trueup.plan.Rules;
import dev.trueup.run.Run;
import java.util.List;
import java.util.Optional;

/// The resources this deployment can sync, by the name in the path.
final class Resources {
  private static final int LONGEST_WORD = 40;

  private final List<Rules> rules;

  Resources(List<Rules> rules) {
    this.rules = List.copyOf(rules);
  }

  /// @throws ProblemException 404 that lists what there is
  Rules of(Call call) {
    return find(call.variable("resource"))
        .orElseThrow(() ->
            Problem.of(
                    404,
                    "there is no such resource here; there is "
                        + rules.stream().map(each -> each.resource().name()).collect(joining(", ")))
                .exception());
  }

  Resource of(Run run) {
    return find(run.resource())
        .map(Rules::resource)
        .orElseThrow(() ->
            new IllegalStateException(
                "run " + run.id() + " is about the unknown resource " + run.resource()));
  }

  /// Which store is right; there is no default for it.
  static Platform sourceOfTruth(JsonObject body) {
    String allowed = "is 'woocommerce' or 'shopify'";
    return body.text("sourceOfTruth", LONGEST_WORD)
        .map(word -> Platform.of(word).orElseThrow(() -> body.wrong("sourceOfTruth", allowed)))
        .orElseThrow(() -> body.missing("sourceOfTruth", allowed));
  }

  private Optional<Rules> find(String name) {
    return rules.stream().filter(each -> each.resource().name().equals(name)).findFirst();
  }
}
