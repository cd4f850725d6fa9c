package dev.trueup.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What a page's form sends: `application/x-www-form-urlencoded`.
record Form(Map<String, List<String>> values) {
  private static final int LONGEST_BODY = 1 << 20;
  private static final int MOST_IDS = 100_000;
  private static final Pattern COMMA = Pattern.compile(",");

  /// @throws ProblemException when the body is no form
  static Form of(Request request) {
    String body = request.body();
    if (body.length() > LONGEST_BODY) {
      throw Problem.of(413, "the form is longer than %d characters".formatted(LONGEST_BODY))
          .exception();
    }
    String type = request.header("content-type").orElse("").split(";", 2)[0].strip();
    if (!body.isEmpty()
        && !type.toLowerCase(Locale.ROOT).equals("application/x-www-form-urlencoded")) {
      throw Problem.of(415, "this takes what a form of these pages sends").exception();
    }
    var values = new LinkedHashMap<String, List<String>>();
    for (String pair : body.isEmpty() ? List.<String>of() : List.of(body.split("&", -1))) {
      String[] parts = pair.split("=", 2);
      values
          .computeIfAbsent(decoded(parts[0]), _ -> new ArrayList<>())
          .add(parts.length == 1 ? "" : decoded(parts[1]));
    }
    return new Form(values);
  }

  /// The last value of a field; empty when it was not sent.
  String text(String name, int longest) {
    List<String> all = values.getOrDefault(name, List.of());
    String text = all.isEmpty() ? "" : all.getLast();
    if (text.length() > longest) {
      throw Problem.unprocessable(name, "%s is longer than %d characters".formatted(name, longest));
    }
    return text;
  }

  boolean is(String name, String value) {
    return values.getOrDefault(name, List.of()).contains(value);
  }

  Set<String> all(String name) {
    return new LinkedHashSet<>(values.getOrDefault(name, List.of()));
  }

  /// Places in a plan: one or several to a value, with commas.
  Set<Integer> places(String name) {
    var places = new LinkedHashSet<Integer>();
    values.getOrDefault(name, List.of()).stream()
        .flatMap(COMMA::splitAsStream)
        .filter(text -> !text.isEmpty())
        .map(text -> place(name, text))
        .forEach(places::add);
    if (places.size() > MOST_IDS) {
      throw Problem.unprocessable(name, "more than %d items are named".formatted(MOST_IDS));
    }
    return places;
  }

  private static int place(String name, String text) {
    if (text.matches("[1-9]\\d{0,8}")) {
      return Integer.parseInt(text);
    }
    throw Problem.unprocessable(
        name, "there is no item '" + JsonObject.shortened(text) + "' in this run");
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException _) {
      throw Problem.of(400, "the form is not encoded as a form").exception();
    }
  }
}
