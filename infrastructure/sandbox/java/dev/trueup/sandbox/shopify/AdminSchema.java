package dev.trueup.sandbox.shopify;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/// The schema of the store: a true subset of Shopify's, every field with its reader.
final class AdminSchema {
  private static final List<String> TEXT_SCALARS =
      List.of("DateTime", "Decimal", "HTML", "Money", "URL", "UnsignedInt64");

  private static final TypeDefinitionRegistry DEFINITIONS = read();

  private AdminSchema() {}

  static TypeDefinitionRegistry definitions() {
    return DEFINITIONS;
  }

  private static TypeDefinitionRegistry read() {
    String path = "/sandbox/shopify-2026-10.graphql";
    try (InputStream sdl = AdminSchema.class.getResourceAsStream(path)) {
      Objects.requireNonNull(sdl, path);
      return new SchemaParser().parse(new String(sdl.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static GraphQLSchema of(List<Consumer<RuntimeWiring.Builder>> fields) {
    RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
    TEXT_SCALARS.forEach(name -> wiring.scalar(TextScalar.named(name)));
    for (String type : List.of("Node", "LegacyInteroperability", "DisplayableError", "Media")) {
      wiring.type(type, builder -> builder.typeResolver(typeResolver()));
    }
    errors(wiring);
    ConnectionFields.addTo(wiring);
    fields.forEach(part -> part.accept(wiring));
    GraphQLSchema schema =
        new SchemaGenerator().makeExecutableSchema(definitions(), wiring.build());
    requireReaders(schema);
    return schema;
  }

  private static void errors(RuntimeWiring.Builder wiring) {
    for (String error :
        List.of(
            "UserError",
            "InventorySetQuantitiesUserError",
            "InventoryAdjustQuantitiesUserError",
            "BulkOperationUserError")) {
      TypeFields<WriteAnswer.Refusal> refusal =
          TypeFields.of(error, WriteAnswer.Refusal.class)
              .read("field", WriteAnswer.Refusal::field)
              .read("message", WriteAnswer.Refusal::message);
      if (!error.equals("UserError")) {
        refusal.read("code", WriteAnswer.Refusal::code);
      }
      refusal.addTo(wiring);
    }
  }

  /// A type whose source is no map must say how each of its fields is read.
  private static void requireReaders(GraphQLSchema schema) {
    for (GraphQLNamedType named : schema.getAllTypesAsList()) {
      if (named instanceof GraphQLObjectType type) {
        List<String> unread =
            type.getFieldDefinitions().stream()
                .filter(field -> !TypeFields.reads(schema, type, field))
                .map(GraphQLFieldDefinition::getName)
                .toList();
        if (!unread.isEmpty() && unread.size() < type.getFieldDefinitions().size()) {
          throw new IllegalStateException("nothing reads " + unread + " of " + type.getName());
        }
      }
    }
  }

  private static TypeResolver typeResolver() {
    return env -> {
      Object node = Objects.requireNonNull(env.getObject());
      String name =
          switch (node) {
            case StoreProduct _ -> "Product";
            case StoreVariant _ -> "ProductVariant";
            case ItemView _ -> "InventoryItem";
            case LevelView _ -> "InventoryLevel";
            case StoreLocation _ -> "Location";
            case StoreCollection _ -> "Collection";
            case BulkOperation _ -> "BulkOperation";
            default -> throw new IllegalStateException("not a node: " + node);
          };
      GraphQLObjectType type = env.getSchema().getObjectType(name);
      return Objects.requireNonNull(type);
    };
  }
}
