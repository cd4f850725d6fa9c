package dev.trueup.sandbox.shopify;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// The scalars that are texts in JSON: instants to the second, money, decimals, 64-bit numbers,
/// addresses and HTML.
final class TextScalar implements Coercing<String, String> {
  private TextScalar() {}

  static GraphQLScalarType named(String name) {
    return GraphQLScalarType.newScalar().name(name).coercing(new TextScalar()).build();
  }

  @Override
  public String serialize(Object value, GraphQLContext context, Locale locale) {
    return switch (value) {
      case Instant instant -> instant.truncatedTo(ChronoUnit.SECONDS).toString();
      case BigDecimal decimal -> decimal.toPlainString();
      default -> value.toString();
    };
  }

  @Override
  public String parseValue(Object input, GraphQLContext context, Locale locale) {
    if (input instanceof String || input instanceof Number) {
      return input.toString();
    }
    throw new CoercingParseValueException("expected a text");
  }

  @Override
  public String parseLiteral(
      Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
    return switch (input) {
      case StringValue text -> String.valueOf(text.getValue());
      case IntValue number -> number.getValue().toString();
      case FloatValue number -> number.getValue().toPlainString();
      default -> throw new CoercingParseLiteralException("expected a text");
    };
  }

  @Override
  public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
    return StringValue.of(input.toString());
  }
}
