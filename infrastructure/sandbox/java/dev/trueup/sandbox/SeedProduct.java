package dev.trueup.sandbox;

import java.util.List;

/// A product to seed a sandbox store with, in neither platform's terms.
///
/// @param handle the slug, unique within a seed
/// @param optionNames names of the options, in order; empty for a product without options
/// @param variants at least one; a product without options has exactly one, without option values
/// @param stockAtParent WooCommerce only: the stock is counted on the product and its variations
///   share it ([SeedVariant] quantities are then ignored and [#parentQuantity] counts)
public record SeedProduct(
    String handle,
    String name,
    String descriptionHtml,
    String vendor,
    String productType,
    List<String> categories,
    List<String> tags,
    boolean published,
    List<String> optionNames,
    List<SeedVariant> variants,
    boolean stockAtParent,
    int parentQuantity) {
  public SeedProduct {
    optionNames = List.copyOf(optionNames);
    variants = List.copyOf(variants);
    categories = List.copyOf(categories);
    tags = List.copyOf(tags);
    if (variants.isEmpty()) {
      throw new IllegalArgumentException("product '" + handle + "' has no variant");
    }
    for (SeedVariant variant : variants) {
      if (variant.optionValues().size() != optionNames.size()) {
        throw new IllegalArgumentException(
            "product '" + handle + "': a variant has not one value for each of its options");
      }
    }
  }
}
