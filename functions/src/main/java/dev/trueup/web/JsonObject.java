package dev.trueup.web;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// Reads an object of a request strictly: what is there has the right type and range, and nothing
/// is there that nobody asked for. Every problem names the place: `stock.buffer`.
final class JsonObject {
  private static final int LONGEST_FRACTION = 12;

  private final ObjectNode node;
  private final String path;
  private final Set<String> known = new LinkedHashSet<>();

  JsonObject(ObjectNode node) {
    this(node, "");
  }

  private JsonObject(ObjectNode node, String path) {
    this.node = node;
    this.path = path;
  }

  boolean has(String key) {
    return node.has(key);
  }

  /// The keys that are there, where any key may be.
  List<String> keys(int most) {
    if (node.size() > most) {
      throw Problem.unprocessable(
          path, "%s has at most %d keys".formatted(path.replaceAll("\\.$", ""), most));
    }
    return keys();
  }

  private List<String> keys() {
    return node.propertyStream().map(Map.Entry::getKey).toList();
  }

  Optional<String> text(String key, int longest) {
    return take(key).map(found -> text(path + key, found, longest));
  }

  Optional<Boolean> flag(String key) {
    return take(key)
        .map(found -> {
          if (!found.isBoolean()) {
            throw wrong(key, "is true or false");
          }
          return found.booleanValue();
        });
  }

  Optional<Long> whole(String key, long least, long most) {
    return take(key).map(found -> whole(key, found, least, most));
  }

  /// Whether a key is there and holds nothing.
  boolean isNull(String key) {
    known.add(key);
    return node.path(key).isNull();
  }

  private long whole(String key, JsonNode found, long least, long most) {
    if (!found.isIntegralNumber()
        || !found.canConvertToLong()
        || found.longValue() < least
        || found.longValue() > most) {
      throw wrong(key, "is a whole number between %d and %d".formatted(least, most));
    }
    return found.longValue();
  }

  Optional<BigDecimal> fraction(String key, int most) {
    return take(key)
        .map(found -> {
          BigDecimal number = found.isNumber() ? found.decimalValue() : BigDecimal.valueOf(-1);
          if (number.signum() < 0
              || number.scale() > LONGEST_FRACTION
              || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw wrong(key, "is a fraction between 0 and %d: 0.3 for 30 %%".formatted(most));
          }
          return number;
        });
  }

  /// One of the words that the values of an enumeration are written with.
  <E extends Enum<E>> Optional<E> choice(String key, Class<E> values) {
    return take(key).map(found -> choice(key, found, values));
  }

  private <E extends Enum<E>> E choice(String key, JsonNode found, Class<E> values) {
    return Stream.of(values.getEnumConstants())
        .filter(value -> found.isTextual() && word(value).equals(found.textValue()))
        .findFirst()
        .orElseThrow(() ->
            wrong(
                key,
                "is "
                    + Stream.of(values.getEnumConstants())
                        .map(value -> "'" + word(value) + "'")
                        .collect(joining(" or "))));
  }

  /// The word of an enumeration's value: `source-wins`.
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// A list of words, none of them empty; ids may be written as numbers.
  Optional<List<String>> words(String key, int most, int longest) {
    return take(key)
        .map(found -> {
          if (!found.isArray() || found.size() > most) {
            throw wrong(key, "is a list of at most %d texts".formatted(most));
          }
          var words = new ArrayList<String>();
          for (int i = 0; i < found.size(); i++) {
            words.add(word("%s%s[%d]".formatted(path, key, i), found.get(i), longest));
          }
          return words;
        });
  }

  private static String word(String where, JsonNode found, int longest) {
    String word =
        found.isIntegralNumber() ? found.bigIntegerValue().toString() : text(where, found, longest);
    if (word.isBlank()) {
      throw Problem.unprocessable(where, where + " is empty");
    }
    return word;
  }

  private static String text(String where, JsonNode found, int longest) {
    if (!found.isTextual() || found.textValue().length() > longest) {
      throw Problem.unprocessable(
          where, "%s is a text of at most %d characters".formatted(where, longest));
    }
    String text = found.textValue();
    if (text.codePoints().anyMatch(JsonObject::unprintable)) {
      throw Problem.unprocessable(where, where + " holds a character that is no text");
    }
    return text;
  }

  private static boolean unprintable(int character) {
    return (Character.isISOControl(character) && character != '\n' && character != '\t')
        || Character.getType(character) == Character.SURROGATE;
  }

  /// Reads an object inside this one.
  <T> Optional<T> object(String key, Function<JsonObject, T> reader) {
    return take(key)
        .map(found -> {
          if (!(found instanceof ObjectNode object)) {
            throw wrong(key, "is an object");
          }
          var inner = new JsonObject(object, path + key + ".");
          T read = reader.apply(inner);
          inner.end();
          return read;
        });
  }

  /// Whether a key holds this word.
  boolean isWord(String key, String word) {
    known.add(key);
    return isText(key) && node.path(key).textValue().equals(word);
  }

  boolean isObject(String key) {
    return node.path(key).isObject();
  }

  boolean isText(String key) {
    return node.path(key).isTextual();
  }

  /// Refuses what nobody asked for.
  void end() {
    for (String key : keys()) {
      if (!known.contains(key)) {
        throw Problem.unprocessable(
            path + shortened(key),
            "there is no '%s'%s; there is %s"
                .formatted(
                    path + shortened(key),
                    path.isEmpty() ? " in this request" : "",
                    listed(known)));
      }
    }
  }

  ProblemException wrong(String key, String sentence) {
    return Problem.unprocessable(path + key, path + key + " " + sentence);
  }

  ProblemException missing(String key, String sentence) {
    known.add(key);
    return Problem.unprocessable(path + key, path + key + " is missing: it " + sentence);
  }

  private Optional<JsonNode> take(String key) {
    known.add(key);
    return Optional.ofNullable(node.get(key));
  }

  private static String listed(Collection<String> keys) {
    return keys.isEmpty() ? "nothing to be said" : String.join(", ", keys);
  }

  /// A text of a request that can be shown again.
  static String shortened(String key) {
    String printable = key.replaceAll("[^\\x20-\\x7E]", "?");
    return printable.length() > 60 ? printable.substring(0, 60) + "…" : printable;
  }
}
