package dev.trueup.sandbox.shopify;

import graphql.schema.idl.RuntimeWiring;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Products, variants and collections.
final class ProductFields {
  private final ShopSettings settings;

  ProductFields(ShopSettings settings) {
    this.settings = settings;
  }

  void addTo(RuntimeWiring.Builder wiring) {
    productTexts(TypeFields.of("Product", StoreProduct.class))
        .read("id", StoreProduct::gid)
        .read("legacyResourceId", product -> product.number)
        .read("status", StoreProduct::status)
        .read("createdAt", product -> product.createdAt)
        .read("updatedAt", product -> product.updatedAt)
        .read("publishedAt", product -> product.seed.published() ? product.createdAt : null)
        .read("onlineStoreUrl", this::address)
        .read("hasOnlyDefaultVariant", product -> !product.hasOptions())
        .read("tracksInventory", ProductFields::tracksInventory)
        .read("totalInventory", StoreProduct::totalInventory)
        .read("options", ProductFields::options)
        .read("variantsCount", product -> exactly(product.variants.size()))
        .read("mediaCount", _ -> exactly(0))
        .resolve(
            "variants",
            (product, env) ->
                Page.of(product.variants, PageRequest.of(env), variant -> variant.number))
        .resolve("media", (_, _) -> Page.empty())
        .resolve(
            "collections",
            (product, env) ->
                Page.of(product.collections, PageRequest.of(env), found -> found.number))
        .addTo(wiring);
    variant(wiring);
    collection(wiring);
  }

  private static TypeFields<StoreProduct> productTexts(TypeFields<StoreProduct> fields) {
    return fields
        .read("handle", product -> product.seed.handle())
        .read("title", product -> product.seed.name())
        .read("descriptionHtml", product -> product.seed.descriptionHtml())
        .read("vendor", product -> product.seed.vendor())
        .read("productType", product -> product.seed.productType())
        .read("tags", product -> product.seed.tags().stream().sorted().toList())
        .read("templateSuffix", _ -> null)
        .read("isGiftCard", _ -> false)
        .read("seo", _ -> Map.of())
        .read("category", _ -> null);
  }

  private static void variant(RuntimeWiring.Builder wiring) {
    TypeFields.of("ProductVariant", StoreVariant.class)
        .read("id", StoreVariant::gid)
        .read("legacyResourceId", variant -> variant.number)
        .read("title", StoreVariant::title)
        .read("displayName", v -> v.product.seed.name() + " - " + v.title())
        .read("sku", variant -> variant.item.sku())
        .read("barcode", variant -> emptyToNull(variant.seed.barcode()))
        .read("position", variant -> variant.position)
        .read("price", variant -> money(variant.seed.price()))
        .read("compareAtPrice", ProductFields::compareAtPrice)
        .read("taxable", _ -> true)
        .read("requiresComponents", variant -> variant.bundle)
        .read("inventoryPolicy", ProductFields::inventoryPolicy)
        .read("inventoryQuantity", StoreVariant::available)
        .read("createdAt", variant -> variant.product.createdAt)
        .read("updatedAt", variant -> variant.updatedAt)
        .read("selectedOptions", ProductFields::selectedOptions)
        .read("product", variant -> variant.product)
        .read("inventoryItem", ItemView::new)
        .resolve("media", (_, _) -> Page.empty())
        .addTo(wiring);
  }

  private static void collection(RuntimeWiring.Builder wiring) {
    TypeFields.of("Collection", StoreCollection.class)
        .read("id", StoreCollection::gid)
        .read("legacyResourceId", collection -> collection.number)
        .read("title", collection -> collection.title)
        .read("handle", collection -> handle(collection.title))
        .read("descriptionHtml", _ -> "")
        .read("sortOrder", _ -> "MANUAL")
        .read("templateSuffix", _ -> null)
        .read("updatedAt", _ -> "2026-01-01T00:00:00Z")
        .read("seo", _ -> Map.of())
        .read("image", _ -> null)
        .resolve(
            "products",
            (collection, env) ->
                Page.of(collection.products, PageRequest.of(env), product -> product.number))
        .addTo(wiring);
  }

  private @Nullable String address(StoreProduct product) {
    return product.seed.published()
        ? "https://" + settings.domain() + "/products/" + product.seed.handle()
        : null;
  }

  private static boolean tracksInventory(StoreProduct product) {
    return product.variants.stream().anyMatch(variant -> variant.item.tracked());
  }

  static String inventoryPolicy(StoreVariant variant) {
    return variant.seed.backorders() ? "CONTINUE" : "DENY";
  }

  static BigDecimal money(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }

  private static @Nullable BigDecimal compareAtPrice(StoreVariant variant) {
    BigDecimal price = variant.seed.compareAtPrice();
    return price == null ? null : money(price);
  }

  /// A product without options has one all the same, `Title`, with the value `Default Title`.
  static List<Map<String, String>> selectedOptions(StoreVariant variant) {
    if (!variant.product.hasOptions()) {
      return List.of(Map.of("name", "Title", "value", "Default Title"));
    }
    List<Map<String, String>> options = new ArrayList<>();
    for (String name : variant.product.seed.optionNames()) {
      options.add(Map.of("name", name, "value", variant.seed.optionValues().get(options.size())));
    }
    return options;
  }

  private static List<Map<String, Object>> options(StoreProduct product) {
    List<List<Map<String, String>>> selected =
        product.variants.stream().map(ProductFields::selectedOptions).toList();
    List<Map<String, Object>> options = new ArrayList<>();
    for (int i = 0; i < Math.max(1, product.seed.optionNames().size()); i++) {
      int index = i;
      String name = product.hasOptions() ? product.seed.optionNames().get(i) : "Title";
      List<String> values =
          selected.stream()
              .map(of -> String.valueOf(of.get(index).get("value")))
              .distinct()
              .toList();
      options.add(option(product.number * 10 + i, i + 1, name, values));
    }
    return options;
  }

  private static Map<String, Object> option(
      long number, int position, String name, List<String> values) {
    List<Map<String, Object>> optionValues = new ArrayList<>();
    for (String value : values) {
      String id = Gid.of("ProductOptionValue", number * 1_000 + optionValues.size());
      optionValues.add(Map.of("id", id, "name", value, "hasVariants", true));
    }
    return Map.of(
        "id", Gid.of("ProductOption", number),
        "name", name,
        "position", position,
        "values", values,
        "optionValues", optionValues);
  }

  private static Map<String, Object> exactly(int count) {
    return Map.of("count", count, "precision", "EXACT");
  }

  private static @Nullable String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String handle(String title) {
    String handle = title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    return handle.replaceAll("^-|-$", "");
  }
}
