package dev.trueup.store.export;

/// How a variant's stock is kept.
public sealed interface ExportedStock {
  /// Counted for the variant itself; may be negative.
  record Counted(int quantity) implements ExportedStock {}

  /// WooCommerce only: counted on the product, whose variations all share the quantity.
  record CountedAtProduct(int quantity) implements ExportedStock {}

  /// Not counted: the variant is either in stock or not.
  record Uncounted() implements ExportedStock {}
}
