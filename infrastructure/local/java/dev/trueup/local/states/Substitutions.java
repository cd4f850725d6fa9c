package dev.trueup.local.states;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `${Name}` in a definition.
final class Substitutions {
  private static final Pattern NAME = Pattern.compile("\\$\\{([A-Za-z0-9_.]+)}");

  private Substitutions() {}

  static String apply(String definition, Map<String, String> values) {
    Set<String> used = new HashSet<>();
    StringBuilder text = new StringBuilder();
    Matcher matcher = NAME.matcher(definition);
    while (matcher.find()) {
      String value = values.get(matcher.group(1));
      if (value == null) {
        throw refused(matcher.group(1), "has no value");
      }
      used.add(matcher.group(1));
      String escaped = new String(JsonStringEncoder.getInstance().quoteAsString(value));
      matcher.appendReplacement(text, Matcher.quoteReplacement(escaped));
    }
    Set<String> unused = new TreeSet<>(values.keySet());
    unused.removeAll(used);
    if (!unused.isEmpty()) {
      throw refused(unused.iterator().next(), "is given, but not used");
    }
    return matcher.appendTail(text).toString();
  }

  private static DefinitionException refused(String name, String why) {
    return new DefinitionException("substitution ${" + name + "}", why);
  }
}
