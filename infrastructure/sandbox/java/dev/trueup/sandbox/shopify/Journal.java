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
import java.util.List;
import java.util.function.Consumer;

/// The file a store is kept in: first a line that names its seed, then one line per transaction, a
/// JSON list of [StateChange]s. Each is written before the answer that reports it.
final class Journal implements AutoCloseable {
  private static final TypeReference<List<StateChange>> CHANGES = new TypeReference<>() {};
  private static final ObjectWriter WRITER = Json.MAPPER.writerFor(CHANGES);
  private static final ObjectReader READER = Json.MAPPER.readerFor(CHANGES);

  private final FileChannel file;

  private Journal(FileChannel file) {
    this.file = file;
  }

  /// Replays what the file holds and opens it for more. A torn last line, left by a crash, is cut
  /// off.
  static Journal open(Path path, String seed, Consumer<List<StateChange>> replay) {
    try {
      if (!Files.exists(path)) {
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.writeString(path, seed + "\n");
      }
      byte[] content = Files.readAllBytes(path);
      int whole = replayLines(path, content, seed, replay);
      FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE);
      file.truncate(whole);
      file.position(whole);
      return new Journal(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the store in " + path, e);
    }
  }

  private static int replayLines(
      Path path, byte[] content, String seed, Consumer<List<StateChange>> replay)
      throws IOException {
    int start = 0;
    for (int i = 0; i < content.length; i++) {
      if (content[i] == '\n') {
        String line = new String(content, start, i - start, StandardCharsets.UTF_8);
        if (start == 0) {
          requireSameSeed(path, line, seed);
        } else {
          replay.accept(READER.readValue(line));
        }
        start = i + 1;
      }
    }
    return start;
  }

  private static void requireSameSeed(Path path, String line, String seed) {
    if (!line.equals(seed)) {
      throw new IllegalStateException(
          path
              + " was written by a store with another seed or other locations; delete it or seed"
              + " the store as before");
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
