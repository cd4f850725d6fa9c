package dev.trueup.template;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What SAM packages: the classes, and the libraries of scope runtime, which Maven writes down in
/// `target/runtime-classpath.txt` before the tests.
final class ArtefactTest {
  private static final Path CLASSES = Path.of("target/classes");
  private static final long MOST_BYTES = 20_000_000;

  private final List<Path> libraries = libraries();

  @Test
  void isAtMost20Megabytes() {
    long bytes =
        libraries.stream().mapToLong(ArtefactTest::size).sum()
            + files(CLASSES).stream().mapToLong(ArtefactTest::size).sum();
    assertThat(bytes).isBetween(1_000_000L, MOST_BYTES);
  }

  @Test
  void hasNothingOfTheSandboxTheLocalRuntimeOrTheTests() {
    List<Path> classes = files(CLASSES).stream().map(CLASSES::relativize).toList();
    assertThat(classes).hasSizeGreaterThan(50);
    assertThat(classes)
        .noneMatch(path -> path.startsWith("dev/trueup/sandbox"))
        .noneMatch(path -> path.startsWith("dev/trueup/local"))
        .noneMatch(path -> path.startsWith("dev/trueup/bench"))
        .noneMatch(path -> path.getFileName().toString().endsWith("Test.class"))
        .noneMatch(path -> path.getFileName().toString().matches("(Testing|InMemory|Simulated).*"));
  }

  @Test
  void hasNoLibraryOfTheTests() {
    Set<String> names =
        libraries.stream()
            .map(path -> path.getFileName().toString().replaceFirst("-\\d.*", ""))
            .collect(toSet());
    assertThat(names)
        .contains("dynamodb", "sfn", "jackson-databind")
        .noneMatch(name -> name.matches("junit.*|assertj.*|jqwik.*|archunit.*|snakeyaml"))
        .noneMatch(name -> name.matches("DynamoDBLocal|elasticmq.*|graphql-java|jsonata|sqs"))
        .as("other HTTP clients than the one that is used")
        .doesNotContain("netty-nio-client", "apache-client");
  }

  private static List<Path> libraries() {
    try {
      String classpath = Files.readString(Path.of("target/runtime-classpath.txt"));
      return Stream.of(classpath.strip().split(File.pathSeparator)).map(Path::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
