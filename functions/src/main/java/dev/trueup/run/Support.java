package dev.trueup.run;

import static java.util.stream.Collectors.joining;

import dev.trueup.plan.Policies;
import dev.trueup.plan.Rules;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// Whether a resource can carry out the policies a run is asked for with.
final class Support {
  private Support() {}

  /// @throws RefusalException that names the policy and what is allowed
  static void check(Rules rules, Policies policies) {
    allowed(rules, "conflictStrategy", policies.conflictStrategy(), rules.conflictStrategies());
    allowed(
        rules,
        "missingInDestination",
        policies.missingInDestination(),
        rules.missingInDestination());
    allowed(rules, "missingInSource", policies.missingInSource(), rules.missingInSource());
    fields(rules, policies.fields());
  }

  private static <E extends Enum<E>> void allowed(
      Rules rules, String policy, E asked, Collection<E> allowed) {
    if (!allowed.contains(asked)) {
      throw RefusalException.invalid(
          policy,
          "%s cannot be '%s' for %s: it is %s"
              .formatted(
                  policy,
                  word(asked),
                  rules.resource().name(),
                  allowed.stream()
                      .sorted()
                      .map(each -> "'" + word(each) + "'")
                      .collect(joining(" or "))));
    }
  }

  private static void fields(Rules rules, List<String> fields) {
    List<String> known = rules.resource().fields();
    for (String field : fields) {
      if (!known.contains(field)) {
        throw RefusalException.invalid(
            "fields",
            "%s has no field '%s': its fields are %s"
                .formatted(rules.resource().name(), field, String.join(", ", known)));
      }
    }
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
