package dev.trueup.sandbox.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// The file a store is kept in: first a line that names its seed, then one line per transaction, a
/// JSON list of [StateChange]s. Each is written before the answer that reports it.
final class Journal implements AutoCloseable {
  private static final TypeReference<List<StateChange>> CHANGES = new TypeReference<>() {};
  private static final ObjectWriter WRITER = Json.MAPPER.writerFor(CHANGES);
  private static final ObjectReader READER = Json.MAPPER.readerFor(CHANGES);

  private final Path path;
  private final Header header;
  private final byte[] content;
  private final FileChannel file;

  private Journal(Path path, Header header, byte[] content, FileChannel file) {
    this.path = path;
    this.header = header;
    this.content = content;
    this.file = file;
  }

  /// The first line.
  ///
  /// @param seededAt what untouched products were last updated at
  record Header(String seed, Instant seededAt) {}

  /// Opens a journal, or begins one.
  ///
  /// @throws IllegalStateException when the file belongs to another seed
  static Journal open(Path path, String seed, Instant now) {
    try {
      if (!Files.exists(path)) {
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.writeString(path, Json.write(new Header(seed, now)) + "\n");
      }
      byte[] content = Files.readAllBytes(path);
      String first = new String(content, StandardCharsets.UTF_8).lines().findFirst().orElse("");
      Header header = Json.MAPPER.readValue(first, Header.class);
      if (!header.seed().equals(seed)) {
        throw new IllegalStateException(
            path
                + " was written by a store with another seed or other locations; delete it or"
                + " seed the store as before");
      }
      return new Journal(path, header, content, FileChannel.open(path, StandardOpenOption.WRITE));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the store in " + path, e);
    }
  }

  Instant seededAt() {
    return header.seededAt();
  }

  /// Hands over every transaction that is whole, and cuts off a torn last line, left by a crash.
  void replay(Consumer<List<StateChange>> replay) {
    try {
      int start = 0;
      for (int i = 0; i < content.length; i++) {
        if (content[i] == '\n') {
          if (start > 0) {
            replay.accept(READER.readValue(content, start, i - start));
          }
          start = i + 1;
        }
      }
      file.truncate(start);
      file.position(start);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the store from " + path, e);
    }
  }

  synchronized void append(List<StateChange> changes) {
    try {
      byte[] line = (WRITER.writeValueAsString(changes) + "\n").getBytes(StandardCharsets.UTF_8);
      ByteBuffer buffer = ByteBuffer.wrap(line);
      while (buffer.hasRemaining()) {
        file.write(buffer);
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a change cannot be written as JSON", e);
    } catch (IOException e) {
      throw new UncheckedIOException("the store cannot be kept", e);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
