package dev.trueup.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A request that has found its route.
///
/// @param variables the segments of the path that stand for something
/// @param who the name of who asks
record Call(Request request, Map<String, String> variables, String who) {
  private static final int LONGEST_BODY = 1 << 20;
  private static final Pattern WAIT = Pattern.compile("(?i)wait\\s*=\\s*\"?(\\d{1,9})\"?");

  String variable(String name) {
    return Objects.requireNonNull(variables.get(name));
  }

  Optional<String> query(String name) {
    return Optional.ofNullable(request.query().get(name)).filter(value -> !value.isEmpty());
  }

  /// Refuses query parameters that mean nothing here, which would otherwise be ignored in silence.
  void knows(String... names) {
    List<String> known = Arrays.asList(names);
    for (String name : request.query().keySet()) {
      if (!known.contains(name)) {
        throw Problem.of(
                400,
                known.isEmpty()
                    ? "there are no query parameters here"
                    : "there is no query parameter '%s' here: there are %s"
                        .formatted(name, String.join(", ", known)))
            .with("field", name)
            .exception();
      }
    }
  }

  int number(String name, int otherwise, int most) {
    String text = query(name).orElse(Integer.toString(otherwise));
    if (text.matches("\\d{1,6}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= most) {
      return Integer.parseInt(text);
    }
    throw Problem.of(400, "%s is a whole number between 1 and %d".formatted(name, most))
        .with("field", name)
        .exception();
  }

  /// How long the client would wait for an answer that is complete; RFC 7240.
  Optional<Duration> preferredWait(Duration atMost) {
    return request
        .header("prefer")
        .flatMap(header ->
            Arrays.stream(header.split("[,;]"))
                .map(preference -> WAIT.matcher(preference.strip()))
                .filter(Matcher::matches)
                .map(wait -> Duration.ofSeconds(Integer.parseInt(wait.group(1))))
                .findFirst())
        .map(wait -> wait.compareTo(atMost) < 0 ? wait : atMost);
  }

  /// The body, which is a JSON object; an empty one when there is none.
  JsonObject body() {
    String body = request.body();
    if (body.isBlank()) {
      return new JsonObject(Json.object());
    }
    if (body.length() > LONGEST_BODY) {
      throw Problem.of(413, "the body is longer than %d characters".formatted(LONGEST_BODY))
          .exception();
    }
    String type = request.header("content-type").orElse("");
    if (!type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json")) {
      throw Problem.of(415, "send the body as 'Content-Type: application/json'")
          .header("Accept-Post", "application/json")
          .exception();
    }
    if (Json.read(body) instanceof ObjectNode object) {
      return new JsonObject(object);
    }
    throw Problem.of(400, "the body is a JSON object").exception();
  }
}
