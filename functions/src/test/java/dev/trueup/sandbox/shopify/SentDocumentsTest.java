package dev.trueup.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ParseAndValidate;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every document that Trueup sends is valid here, and so, by [SchemaSubsetTest], at Shopify.
class SentDocumentsTest {
  private static final GraphQLSchema SCHEMA =
      UnExecutableSchemaGenerator.makeUnExecutableSchema(AdminSchema.definitions());

  @ParameterizedTest
  @MethodSource("documents")
  void isValid(Path document) throws IOException {
    assertThat(
            ParseAndValidate.validate(
                SCHEMA, new Parser().parseDocument(Files.readString(document))))
        .isEmpty();
  }

  @Test
  void thereAreSuchDocuments() throws IOException, URISyntaxException {
    assertThat(documents()).hasSizeGreaterThan(5);
  }

  static List<Path> documents() throws IOException, URISyntaxException {
    Path directory =
        Path.of(
            Objects.requireNonNull(
                    SentDocumentsTest.class.getResource("/shopify/inventory-set.graphql"))
                .toURI());
    try (Stream<Path> files = Files.list(Objects.requireNonNull(directory.getParent()))) {
      return files.filter(file -> file.toString().endsWith(".graphql")).sorted().toList();
    }
  }
}
