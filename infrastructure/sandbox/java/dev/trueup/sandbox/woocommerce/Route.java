package dev.trueup.sandbox.woocommerce;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One way into the API.
///
/// @param path the whole path, the ids in groups
/// @param rules of its query parameters
/// @param guard who may not pass
record Route(
    Set<String> methods,
    Pattern path,
    Map<String, ParameterRule> rules,
    Guard guard,
    Function<Call, Answer> handler) {

  /// What is said to somebody unknown.
  enum Guard {
    OPEN("", ""),
    LIST("woocommerce_rest_cannot_view", "Sorry, you cannot list resources."),
    VIEW("woocommerce_rest_cannot_view", "Sorry, you cannot view this resource."),
    CREATE("woocommerce_rest_cannot_create", "Sorry, you are not allowed to create resources."),
    EDIT("woocommerce_rest_cannot_edit", "Sorry, you are not allowed to edit this resource."),
    BATCH(
        "woocommerce_rest_cannot_batch",
        "Sorry, you are not allowed to batch manipulate this resource.");

    private final String code;
    private final String message;

    Guard(String code, String message) {
      this.code = code;
      this.message = message;
    }

    void pass(boolean known) {
      if (this != OPEN && !known) {
        throw new Refusal(401, code, message);
      }
    }
  }

  Optional<MatchResult> match(ApiRequest request) {
    Matcher matcher = path.matcher(request.path());
    return methods.contains(request.method()) && matcher.matches()
        ? Optional.of(matcher.toMatchResult())
        : Optional.empty();
  }
}
