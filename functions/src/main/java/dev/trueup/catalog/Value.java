package dev.trueup.catalog;

import java.math.BigDecimal;
import java.util.List;

/// The value of one field of a record, the same for both platforms. Two values are equal when a
/// merchant would say so: amounts ignore trailing zeros, absence is a value of its own.
public sealed interface Value {

  /// The field has no value there: an untracked item has no quantity.
  record Absent() implements Value {
    private static final Absent VALUE = new Absent();

    @Override
    public String toString() {
      return "none";
    }
  }

  record Text(String text) implements Value {
    @Override
    public String toString() {
      return text;
    }
  }

  record Whole(long number) implements Value {
    @Override
    public String toString() {
      return Long.toString(number);
    }
  }

  /// An exact decimal: money in the store's currency, a weight in grams.
  record Amount(BigDecimal amount) implements Value {
    public Amount {
      amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }

    @Override
    public String toString() {
      return amount.toPlainString();
    }
  }

  record Flag(boolean set) implements Value {
    @Override
    public String toString() {
      return set ? "yes" : "no";
    }
  }

  record Items(List<Value> items) implements Value {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String toString() {
      return String.join(", ", items.stream().map(Value::toString).toList());
    }
  }

  static Value absent() {
    return Absent.VALUE;
  }

  static Value of(String text) {
    return new Text(text);
  }

  static Value of(long number) {
    return new Whole(number);
  }

  static Value of(BigDecimal amount) {
    return new Amount(amount);
  }

  static Value of(boolean set) {
    return new Flag(set);
  }

  /// The one spelling of this value that digests and keys are computed from: a tag, the length of
  /// what follows, and the content, so that no two values share one.
  default String canonical() {
    return switch (this) {
      case Absent _ -> "-";
      case Text(String text) -> "t" + text.length() + ":" + text;
      case Whole(long number) -> "w" + number;
      case Amount amount -> "a" + amount;
      case Flag(boolean set) -> set ? "f1" : "f0";
      case Items(List<Value> items) ->
          "l"
              + items.size()
              + "["
              + String.join(",", items.stream().map(Value::canonical).toList())
              + "]";
    };
  }
}
