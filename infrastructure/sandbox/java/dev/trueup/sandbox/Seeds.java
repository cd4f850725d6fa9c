package dev.trueup.sandbox;

import dev.trueup.store.export.ExportFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

/// Catalogues from the platforms' own product exports: a file, or the samples of the project.
public final class Seeds {
  /// Published by the platforms; hardly any of their products has counted stock.
  private static final List<String> PLATFORM_SAMPLES =
      List.of(
          "woocommerce-sample-products.csv",
          "shopify-apparel.csv",
          "shopify-home-and-garden.csv",
          "shopify-jewelery.csv");

  /// What those lack: shared, negative and sold-out stock, entities, quotes, no SKU.
  private static final String AWKWARD_SAMPLE = "woocommerce-awkward-products.csv";

  private static final long SAMPLE_STOCK_SEED = 1;

  private Seeds() {}

  /// Reads an export of either platform.
  ///
  /// @throws dev.trueup.store.export.ExportException when the file is not such an export
  /// @throws IllegalArgumentException when a row of it cannot be understood
  public static List<SeedProduct> read(Path export) {
    return new CatalogueOfExport().add(ExportFile.read(export)).products();
  }

  /// All samples as one catalogue. Most variants whose stock is not counted get some, always the
  /// same.
  public static List<SeedProduct> samples() {
    CatalogueOfExport catalogue = new CatalogueOfExport();
    PLATFORM_SAMPLES.forEach(sample -> catalogue.add(resource(sample)));
    Random random = new Random(SAMPLE_STOCK_SEED);
    Stream<SeedProduct> stocked =
        catalogue.products().stream().map(product -> stocked(product, random));
    List<SeedProduct> awkward = new CatalogueOfExport().add(resource(AWKWARD_SAMPLE)).products();
    return Stream.concat(stocked, awkward.stream()).toList();
  }

  private static ExportFile resource(String sample) {
    try (InputStream in = Seeds.class.getResourceAsStream("/sandbox/" + sample)) {
      byte[] bytes = Objects.requireNonNull(in, sample).readAllBytes();
      return ExportFile.parse(sample, new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SeedProduct stocked(SeedProduct product, Random random) {
    List<SeedVariant> variants = new ArrayList<>();
    for (SeedVariant variant : product.variants()) {
      int quantity = 1 + random.nextInt(60);
      boolean leftAsItIs = variant.tracked() || random.nextInt(12) == 0;
      variants.add(leftAsItIs ? variant : Edits.counted(variant, quantity));
    }
    return Edits.withVariants(product, variants);
  }
}
