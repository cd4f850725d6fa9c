package dev.trueup.sandbox.shopify;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.LightDataFetcher;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How the fields of one GraphQL type are read from its Java source, each behind the scopes it
/// needs.
final class TypeFields<T> {
  private final String type;
  private final Class<T> source;
  private final TypeRuntimeWiring.Builder wiring;

  private TypeFields(String type, Class<T> source) {
    this.type = type;
    this.source = source;
    this.wiring = TypeRuntimeWiring.newTypeWiring(type);
  }

  static <T> TypeFields<T> of(String type, Class<T> source) {
    return new TypeFields<>(type, source);
  }

  TypeFields<T> read(String field, Function<T, @Nullable Object> reader) {
    return add(field, (read, _) -> reader.apply(read));
  }

  TypeFields<T> resolve(
      String field, BiFunction<T, DataFetchingEnvironment, @Nullable Object> reader) {
    return add(field, (read, env) -> reader.apply(read, env.get()));
  }

  void addTo(RuntimeWiring.Builder schema) {
    schema.type(wiring);
  }

  /// Whether a field of a schema is read by one of these.
  static boolean reads(GraphQLSchema schema, GraphQLObjectType type, GraphQLFieldDefinition field) {
    return schema.getCodeRegistry().getDataFetcher(type, field) instanceof Reader<?>;
  }

  private TypeFields<T> add(
      String field, BiFunction<T, Supplier<DataFetchingEnvironment>, @Nullable Object> reader) {
    List<String> scopes = AccessScopes.neededFor(type, field);
    wiring.dataFetcher(
        field,
        scopes.isEmpty()
            ? new Reader<>(source, reader)
            : new Reader<>(
                source,
                (read, env) -> {
                  requireScope(field, scopes, env.get());
                  return reader.apply(read, env);
                }));
    return this;
  }

  private static void requireScope(String field, List<String> scopes, DataFetchingEnvironment env) {
    AccessScopes granted = Objects.requireNonNull(env.getGraphQlContext().get(AccessScopes.class));
    if (!granted.allows(scopes)) {
      throw AccessDenied.to(field, scopes);
    }
  }

  private record Reader<T>(
      Class<T> source, BiFunction<T, Supplier<DataFetchingEnvironment>, @Nullable Object> reader)
      implements LightDataFetcher<@Nullable Object> {
    @Override
    public @Nullable Object get(
        GraphQLFieldDefinition field, Object from, Supplier<DataFetchingEnvironment> env) {
      return reader.apply(source.cast(from), env);
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment env) {
      Object from = Objects.requireNonNull(env.getSource());
      return reader.apply(source.cast(from), () -> env);
    }
  }
}
