package dev.trueup.local;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the command line and the environment ask for.
///
/// @param port of the pages and the API; 0 for any that is free
/// @param portGiven whether a person asked for that port, so that another one will not do
/// @param accessKey the approver key, or null to make one
/// @param data where the state is kept, or null to forget it at the end
/// @param variants how many variants to generate instead of the sample catalogues; 0 for the
///   samples
/// @param wooCommerceCsv an export that seeds the simulated WooCommerce store, or null
/// @param shopifyCsv an export that seeds the simulated Shopify store, or null
/// @param compareOnly whether to compare the two exports as they are, and end
/// @param shopifyPlan the plan, and with it the rate limit, of the simulated Shopify store
record Options(
    int port,
    boolean portGiven,
    @Nullable String accessKey,
    @Nullable Path data,
    int variants,
    @Nullable Path wooCommerceCsv,
    @Nullable Path shopifyCsv,
    boolean compareOnly,
    String shopifyPlan,
    Map<String, String> environment) {
  private static final int PORT = 8080;

  static final String USAGE =
      """
      Options, given as -Dargs="…":
        --data DIR        keep the state in DIR and go on from it
        --variants N      sandbox stores with N generated variants instead of the samples
        --compare-only    compare the files WOOCOMMERCE_CSV and SHOPIFY_CSV as they are, and end
        --plan PLAN       the simulated Shopify store's plan: standard, advanced, plus, enterprise
      Environment: TRUEUP_PORT, TRUEUP_ACCESS_KEY, WOOCOMMERCE_CSV, SHOPIFY_CSV, and the settings of
      real stores; see the README.\
      """;

  /// @throws IllegalArgumentException with a sentence that says what to do
  static Options of(String[] arguments, Map<String, String> environment) {
    Path data = null;
    int variants = 0;
    boolean compareOnly = false;
    String plan = "standard";
    Deque<String> rest = new ArrayDeque<>(Arrays.asList(arguments));
    while (!rest.isEmpty()) {
      String option = rest.pop();
      switch (option) {
        case "--data" -> data = Path.of(value(option, rest));
        case "--variants" -> variants = number(option, value(option, rest), 1, 1_000_000);
        case "--compare-only" -> compareOnly = true;
        case "--plan" -> plan = value(option, rest);
        default ->
            throw new IllegalArgumentException("There is no option " + option + ".\n" + USAGE);
      }
    }
    Optional<Path> wooCommerceCsv = given(environment, "WOOCOMMERCE_CSV").map(Path::of);
    Optional<Path> shopifyCsv = given(environment, "SHOPIFY_CSV").map(Path::of);
    if (compareOnly && (wooCommerceCsv.isEmpty() || shopifyCsv.isEmpty())) {
      throw new IllegalArgumentException(
          "--compare-only needs two files: set WOOCOMMERCE_CSV and SHOPIFY_CSV.");
    }
    Optional<String> port = given(environment, "TRUEUP_PORT");
    return new Options(
        port.map(text -> number("TRUEUP_PORT", text, 0, 65_535)).orElse(PORT),
        port.isPresent(),
        given(environment, "TRUEUP_ACCESS_KEY").orElse(null),
        data,
        variants,
        wooCommerceCsv.orElse(null),
        shopifyCsv.orElse(null),
        compareOnly,
        plan,
        environment);
  }

  static Optional<String> given(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  private static String value(String option, Deque<String> rest) {
    if (rest.isEmpty()) {
      throw new IllegalArgumentException(option + " needs a value.\n" + USAGE);
    }
    return rest.pop();
  }

  private static int number(String name, String text, int least, int most) {
    try {
      int number = Integer.parseInt(text.strip());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException _) {
      // said below
    }
    throw new IllegalArgumentException(
        "%s is '%s'; it has to be a whole number from %d to %d."
            .formatted(name, text, least, most));
  }
}
