package dev.trueup.sandbox.shopify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The documents under `recorded/shopify/examples`, written and checked against the real schema.
final class ExampleDocuments {
  private ExampleDocuments() {}

  static String read(String name) {
    String path = "/recorded/shopify/examples/" + name + ".graphql";
    try (InputStream in = ExampleDocuments.class.getResourceAsStream(path)) {
      return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
