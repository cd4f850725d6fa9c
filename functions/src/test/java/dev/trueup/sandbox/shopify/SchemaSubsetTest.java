package dev.trueup.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.AstPrinter;
import graphql.language.Directive;
import graphql.language.DirectiveDefinition;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.NamedNode;
import graphql.language.Node;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The schema of the sandbox promises nothing that Shopify's does not have.
class SchemaSubsetTest {
  private final TypeDefinitionRegistry sandbox = AdminSchema.definitions();
  private final TypeDefinitionRegistry real = real();

  @Test
  void everyTypeFieldAndArgumentIsAsInTheRealSchema() {
    int compared = 0;
    for (TypeDefinition<?> mine : sandbox.types().values()) {
      compare(mine, Objects.requireNonNull(real.types().get(mine.getName()), mine.getName()));
      compared++;
    }
    assertThat(compared).isGreaterThan(80);
  }

  @Test
  void everyScalarIsOneOfTheRealSchema() {
    for (ScalarTypeDefinition scalar : sandbox.scalars().values()) {
      assertThat(real.scalars()).containsKey(scalar.getName());
    }
  }

  @Test
  void declaresTheIdempotentDirectiveAsTheRealSchemaDoes() {
    DirectiveDefinition mine = sandbox.getDirectiveDefinition("idempotent").orElseThrow();
    DirectiveDefinition theirs = real.getDirectiveDefinition("idempotent").orElseThrow();

    assertThat(AstPrinter.printAst(mine)).isEqualTo(AstPrinter.printAst(theirs));
  }

  private static void compare(TypeDefinition<?> mine, TypeDefinition<?> theirs) {
    assertThat(mine.getClass()).as(mine.getName()).isEqualTo(theirs.getClass());
    assertThat(printed(mine.getDirectives())).isEqualTo(printed(theirs.getDirectives()));
    switch (mine) {
      case ObjectTypeDefinition object -> {
        ObjectTypeDefinition other = (ObjectTypeDefinition) theirs;
        assertThat(interfaces(other.getImplements()))
            .containsAll(interfaces(object.getImplements()));
        compareFields(mine, object.getFieldDefinitions(), other.getFieldDefinitions());
      }
      case InterfaceTypeDefinition type ->
          compareFields(
              mine,
              type.getFieldDefinitions(),
              ((InterfaceTypeDefinition) theirs).getFieldDefinitions());
      case InputObjectTypeDefinition input ->
          compareInputs(
              mine.getName(),
              input.getInputValueDefinitions(),
              ((InputObjectTypeDefinition) theirs).getInputValueDefinitions());
      case EnumTypeDefinition values ->
          assertThat(names(((EnumTypeDefinition) theirs).getEnumValueDefinitions()))
              .containsAll(names(values.getEnumValueDefinitions()));
      default -> throw new AssertionError("not compared: " + mine);
    }
  }

  private static void compareFields(
      TypeDefinition<?> type, List<FieldDefinition> mine, List<FieldDefinition> theirs) {
    for (FieldDefinition field : mine) {
      String place = type.getName() + "." + field.getName();
      FieldDefinition other = named(place, theirs, field.getName());
      assertThat(AstPrinter.printAst(field.getType()))
          .as(place)
          .isEqualTo(printed(other.getType()));
      assertThat(printed(field.getDirectives()))
          .as(place)
          .isEqualTo(printed(other.getDirectives()));
      compareInputs(place, field.getInputValueDefinitions(), other.getInputValueDefinitions());
    }
  }

  /// Also that nothing required was left out, which would accept what Shopify refuses.
  private static void compareInputs(
      String place, List<InputValueDefinition> mine, List<InputValueDefinition> theirs) {
    for (InputValueDefinition input : mine) {
      InputValueDefinition other = named(place, theirs, input.getName());
      assertThat(AstPrinter.printAst(input)).as(place).isEqualTo(AstPrinter.printAst(other));
    }
    for (InputValueDefinition input : theirs) {
      boolean required = printed(input.getType()).endsWith("!") && input.getDefaultValue() == null;
      if (required) {
        assertThat(names(mine)).as(place).contains(input.getName());
      }
    }
  }

  private static <T extends NamedNode<?>> T named(String place, List<T> nodes, String name) {
    return nodes.stream()
        .filter(node -> name.equals(node.getName()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(place + " has no " + name + " in the real schema"));
  }

  private static List<@Nullable String> names(List<? extends NamedNode<?>> nodes) {
    return nodes.stream().<@Nullable String>map(NamedNode::getName).toList();
  }

  @SuppressWarnings("rawtypes") // graphql-java declares them so
  private static List<String> interfaces(List<Type> types) {
    return types.stream().map(type -> printed(type)).toList();
  }

  private static List<String> printed(List<Directive> directives) {
    return directives.stream().map(SchemaSubsetTest::printed).toList();
  }

  private static String printed(Node<?> node) {
    return AstPrinter.printAst(node);
  }

  private static TypeDefinitionRegistry real() {
    String path = "/recorded/shopify/admin-2026-10.graphql.gz";
    try (InputStream in = SchemaSubsetTest.class.getResourceAsStream(path);
        InputStreamReader sdl =
            new InputStreamReader(
                new GZIPInputStream(Objects.requireNonNull(in, path)), StandardCharsets.UTF_8)) {
      return new SchemaParser().parse(sdl);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
