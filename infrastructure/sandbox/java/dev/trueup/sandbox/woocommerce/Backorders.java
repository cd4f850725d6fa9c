package dev.trueup.sandbox.woocommerce;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Whether an item may be sold that is not there.
enum Backorders {
  NO,
  NOTIFY,
  YES;

  static final List<String> WORDS = List.of("no", "notify", "yes");

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Backorders of(String word) {
    return Arrays.stream(values()).filter(b -> b.word().equals(word)).findFirst().orElse(NO);
  }
}
