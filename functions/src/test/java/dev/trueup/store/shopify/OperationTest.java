package dev.trueup.store.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trueup.store.Connection.Location;
import graphql.parser.Parser;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every document against Shopify's own schema of the version that is asked for.
final class OperationTest {
  private static final ParserOptions LARGE =
      ParserOptions.getDefaultParserOptions()
          .transform(options ->
              options
                  .maxTokens(1_000_000)
                  .maxCharacters(10_000_000)
                  .maxWhitespaceTokens(5_000_000));
  private static GraphQLSchema schema;

  @BeforeAll
  static void readSchema() throws IOException {
    String name = "/recorded/shopify/admin-%s.graphql.gz".formatted(ShopifyClient.VERSION);
    try (InputStream in = Objects.requireNonNull(OperationTest.class.getResourceAsStream(name));
        Reader text = new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8)) {
      schema =
          UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(text, LARGE));
    }
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void isValid(Operation operation) {
    var document = Parser.parse(operation.document());

    assertThat(new Validator().validateDocument(schema, document, Locale.ROOT)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void isOneOperation(Operation operation) {
    assertThat(Parser.parse(operation.document()).getDefinitions()).hasSize(1);
  }

  @Test
  void whatIsRunInBulkIsValid() {
    for (StockPlaces places :
        List.of(
            new StockPlaces.One(new Location("gid://shopify/Location/1", "Main", true), false),
            new StockPlaces.Several(
                Set.of("gid://shopify/Location/1", "gid://shopify/Location/2"), 2))) {
      var document = Parser.parse(new BulkDocument(places).query());

      assertThat(new Validator().validateDocument(schema, document, Locale.ROOT)).isEmpty();
    }
  }

  @Test
  void namesTheFieldOfEveryMutation() {
    for (Operation operation : Operation.values()) {
      assertThat(operation.document().contains("mutation ")).isEqualTo(operation.isMutation());
      assertThat(operation.document()).contains("  " + operation.field());
    }
  }
}
