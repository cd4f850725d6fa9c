package dev.trueup.store.export;

import java.util.List;

/// A product of an export, with at least one variant.
///
/// @param id WooCommerce: the product's id; Shopify: the handle
/// @param handle empty for WooCommerce, whose exports do not hold the slug
/// @param name plain text
/// @param categories without the ones above them: `Hoodies` for `Clothing > Hoodies`
/// @param status the platform's own word: `publish`, `draft`, `active`, `archived`…
/// @param published whether customers see it
/// @param optionNames empty for a product without options, which has exactly one variant
public record ExportedProduct(
    String id,
    String handle,
    String name,
    String descriptionHtml,
    String vendor,
    String productType,
    List<String> categories,
    List<String> tags,
    String status,
    boolean published,
    List<String> optionNames,
    List<ExportedVariant> variants) {
  public ExportedProduct {
    categories = List.copyOf(categories);
    tags = List.copyOf(tags);
    optionNames = List.copyOf(optionNames);
    variants = List.copyOf(variants);
    if (variants.isEmpty()) {
      throw new IllegalArgumentException("product '" + id + "' has no variant");
    }
  }
}
