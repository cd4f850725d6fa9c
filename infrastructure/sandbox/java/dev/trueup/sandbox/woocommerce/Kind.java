package dev.trueup.sandbox.woocommerce;

import java.util.Locale;

/// The product types simulated.
enum Kind {
  SIMPLE,
  VARIABLE,
  VARIATION;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
