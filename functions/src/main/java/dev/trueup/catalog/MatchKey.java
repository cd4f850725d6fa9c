package dev.trueup.catalog;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// One way to recognise a record of the other store.
///
/// @param name the word shown as "matched by"
/// @param of the key of a record; empty when the record has none of this kind
public record MatchKey(String name, Function<StoreRecord, Optional<String>> of) {

  /// Trimmed, inner white space folded, case ignored: how two people spell the same thing.
  public static String fold(String text) {
    return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  /// The SKU, trimmed and case-insensitive.
  public static final MatchKey SKU =
      new MatchKey(
          "sku", storeRecord -> Optional.of(fold(storeRecord.sku())).filter(sku -> !sku.isEmpty()));
}
