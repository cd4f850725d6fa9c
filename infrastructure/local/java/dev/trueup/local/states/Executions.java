package dev.trueup.local.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All executions, those of earlier processes included.
final class Executions {
  private static final String SUFFIX = ".jsonl";

  private final Services services;
  private final @Nullable Path directory;
  private final Map<String, Conductor> conductors = new ConcurrentHashMap<>();

  /// @param directory where the journals are, or null to keep none
  Executions(Services services, @Nullable Path directory) {
    this.services = services;
    this.directory = directory;
    if (directory != null) {
      journals(directory).forEach(this::load);
    }
  }

  private static List<JournalFile> journals(Path directory) {
    try {
      Files.createDirectories(directory);
      try (Stream<Path> files = Files.list(directory)) {
        return files
            .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
            .map(JournalFile::new)
            .toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + directory, e);
    }
  }

  /// An execution that the definition no longer fits has failed.
  private void load(JournalFile journal) {
    List<Event> events = journal.read();
    if (events.isEmpty() || !(events.getFirst() instanceof Event.Started started)) {
      return;
    }
    Execution execution = new Execution(services.machine().flow(), started);
    Conductor conductor = new Conductor(services, execution, journal);
    try {
      events.stream().skip(1).forEach(execution::apply);
    } catch (RuntimeException misfit) {
      String why = "the definition has changed under it: " + misfit.getMessage();
      events.stream()
          .filter(Event.Ended.class::isInstance)
          .findFirst()
          .ifPresentOrElse(
              execution::apply, () -> conductor.end("FAILED", null, StateFailure.RUNTIME, why));
    }
    conductors.put(started.name(), new Conductor(services, execution, journal));
  }

  void resumeAll() {
    conductors.values().stream()
        .sorted(Comparator.comparing(conductor -> conductor.read(Execution::startedAt)))
        .forEach(Conductor::resume);
  }

  /// Writes down a new execution.
  ///
  /// @return the new execution, which has not moved yet; empty if the name has been used
  synchronized Optional<Conductor> create(String name, JsonNode input) {
    if (conductors.containsKey(name)) {
      return Optional.empty();
    }
    Journal journal =
        directory == null ? Journal.NONE : new JournalFile(directory.resolve(name + SUFFIX));
    Event.Started started =
        new Event.Started(name, input, services.timers().instant().toEpochMilli());
    journal.append(started);
    Execution execution = new Execution(services.machine().flow(), started);
    Conductor conductor = new Conductor(services, execution, journal);
    conductors.put(name, conductor);
    return Optional.of(conductor);
  }

  Optional<Conductor> find(String name) {
    return Optional.ofNullable(conductors.get(name));
  }

  Collection<Conductor> all() {
    return conductors.values();
  }
}
