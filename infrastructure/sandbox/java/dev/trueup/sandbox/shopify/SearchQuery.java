package dev.trueup.sandbox.shopify;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A `query` argument: groups of terms, of which one group must hold entirely. Shopify ignores what
/// it does not understand; here that is an error, because it would return everything.
///
/// @param anyOf empty for an absent or blank query, which everything matches
record SearchQuery(List<List<Term>> anyOf) {
  private static final Pattern PART =
      Pattern.compile(
          "\\s*(?:(OR|AND)(?=\\s)|(\\w+):(>=|>)?(?:'([^']*)'|\"([^\"]*)\"|([^\\s'\"()*]+)))");

  SearchQuery {
    anyOf = anyOf.stream().map(List::copyOf).toList();
  }

  sealed interface Term {
    /// Case does not matter.
    record Sku(String sku) implements Term {}

    record Id(long number) implements Term {}

    record IdAbove(long number) implements Term {}

    record UpdatedFrom(Instant from) implements Term {}

    record UpdatedAfter(Instant after) implements Term {}

    record Status(String status) implements Term {}
  }

  /// @throws ApiException when the query holds anything else than the terms above
  static SearchQuery parse(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return new SearchQuery(List.of());
    }
    List<List<Term>> groups = new ArrayList<>();
    List<Term> group = new ArrayList<>();
    Matcher matcher = PART.matcher(text.strip());
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      end = matcher.end();
      if ("OR".equals(matcher.group(1))) {
        groups.add(group);
        group = new ArrayList<>();
      } else if (matcher.group(1) == null) {
        group.add(term(matcher, text));
      }
    }
    groups.add(group);
    if (end != text.strip().length() || groups.stream().anyMatch(List::isEmpty)) {
      throw refusal(text);
    }
    return new SearchQuery(groups);
  }

  private static Term term(Matcher matcher, String text) {
    String operator = matcher.group(3) == null ? "" : matcher.group(3);
    String value = value(matcher);
    try {
      return switch (matcher.group(2) + ":" + operator) {
        case "sku:" -> new Term.Sku(value);
        case "id:" -> new Term.Id(number(value));
        case "id:>" -> new Term.IdAbove(number(value));
        case "updated_at:>=" -> new Term.UpdatedFrom(Instant.parse(value));
        case "updated_at:>" -> new Term.UpdatedAfter(Instant.parse(value));
        case "status:" -> new Term.Status(value.toUpperCase(Locale.ROOT));
        default -> throw refusal(text);
      };
    } catch (DateTimeException | NumberFormatException _) {
      throw refusal(text);
    }
  }

  private static String value(Matcher matcher) {
    for (int group = 4; group <= 6; group++) {
      String value = matcher.group(group);
      if (value != null) {
        return value;
      }
    }
    return "";
  }

  private static long number(String value) {
    return Long.parseLong(value.substring(value.lastIndexOf('/') + 1));
  }

  private static ApiException refusal(String text) {
    return ApiException.notSimulated("the search query \"" + text + "\"");
  }
}
