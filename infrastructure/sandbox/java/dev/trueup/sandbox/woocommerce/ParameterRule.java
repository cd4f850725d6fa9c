package dev.trueup.sandbox.woocommerce;

import java.util.List;
import java.util.regex.Pattern;

/// What WordPress accepts as the text of a query parameter.
sealed interface ParameterRule {
  void check(String name, String value, InvalidParameters invalid);

  /// Anything.
  record Text() implements ParameterRule {
    @Override
    public void check(String name, String value, InvalidParameters invalid) {}
  }

  /// A whole number within bounds, both inclusive.
  record Whole(int minimum, int maximum) implements ParameterRule {
    @Override
    public void check(String name, String value, InvalidParameters invalid) {
      if (!value.matches("-?\\d{1,9}")) {
        invalid.addWrongType(name, "integer");
        return;
      }
      int number = Integer.parseInt(value);
      if (number < minimum || number > maximum) {
        invalid.add(name, "rest_out_of_bounds", name + " must be " + bounds());
      }
    }

    private String bounds() {
      return maximum == Integer.MAX_VALUE
          ? "greater than or equal to " + minimum
          : "between " + minimum + " (inclusive) and " + maximum + " (inclusive)";
    }
  }

  /// `true`, `false`, `1` or `0`.
  record Flag() implements ParameterRule {
    @Override
    public void check(String name, String value, InvalidParameters invalid) {
      if (!value.matches("(?i)true|false|1|0")) {
        invalid.addWrongType(name, "boolean");
      }
    }
  }

  /// Ids with commas between them.
  record Ids() implements ParameterRule {
    @Override
    public void check(String name, String value, InvalidParameters invalid) {
      String[] ids = value.split("[\\s,]+", -1);
      for (int i = 0; i < ids.length; i++) {
        if (!ids[i].matches("\\d{1,9}")) {
          invalid.addWrongType(name + "[" + i + "]", "integer");
        }
      }
    }
  }

  /// One of some words.
  record Word(List<String> words) implements ParameterRule {
    @Override
    public void check(String name, String value, InvalidParameters invalid) {
      if (!words.contains(value)) {
        invalid.add(name, "rest_not_in_enum", name + " is not one of " + enumeration(words) + ".");
      }
    }

    /// "a, b, and c", as WordPress joins them.
    static String enumeration(List<String> words) {
      if (words.size() <= 2) {
        return String.join(" and ", words);
      }
      int last = words.size() - 1;
      return String.join(", ", words.subList(0, last)) + ", and " + words.get(last);
    }
  }

  /// A moment: date and time, with or without an offset; a date alone is not one.
  record Moment() implements ParameterRule {
    private static final Pattern MOMENT =
        Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\d[Tt"
                + " ]\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|[+-]\\d\\d(?::\\d\\d)?)?");

    @Override
    public void check(String name, String value, InvalidParameters invalid) {
      if (!MOMENT.matcher(value).matches()) {
        invalid.add(name, "rest_invalid_date", "Invalid date.");
      }
    }
  }

  /// Names of fields with commas between them, `.` for nested ones; the real server ignores a name
  /// that no field has, this one refuses it.
  record Fields(java.util.Set<String> names) implements ParameterRule {
    @Override
    public void check(String name, String value, InvalidParameters invalid) {
      for (String field : value.split(",", -1)) {
        String first = field.strip().split("\\.", 2)[0];
        if (!names.contains(first)) {
          invalid.add(
              name, "sandbox_unknown_field", name + " names '" + first + "', which no answer has.");
          return;
        }
      }
    }
  }

  /// Exists in the real shop, not here.
  record NotSimulated() implements ParameterRule {
    @Override
    public void check(String name, String value, InvalidParameters invalid) {
      throw Refusal.notSimulated("the parameter " + name);
    }
  }
}
