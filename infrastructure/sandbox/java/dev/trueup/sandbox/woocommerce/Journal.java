package dev.trueup.sandbox.woocommerce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What changed since the seed, one JSON line per change, so that a shop survives a restart. The
/// first line says which seed it belongs to. Without a directory nothing is kept.
final class Journal implements AutoCloseable {
  static final String FILE = "woocommerce.jsonl";

  private final @Nullable FileChannel file;
  private final StringBuilder pending = new StringBuilder();
  private boolean recording;

  private Journal(@Nullable FileChannel file) {
    this.file = file;
  }

  static Journal none() {
    return new Journal(null);
  }

  static Journal in(Path directory) {
    try {
      Files.createDirectories(directory);
      return new Journal(
          FileChannel.open(
              directory.resolve(FILE),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The lines of an earlier run. A torn last line, from a process that died while writing, is cut
  /// off.
  List<JsonNode> replay() {
    return file == null ? List.of() : replay(file);
  }

  private static List<JsonNode> replay(FileChannel file) {
    try {
      byte[] bytes = new byte[Math.toIntExact(file.size())];
      file.position(0);
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining() && file.read(buffer) >= 0) {}
      List<JsonNode> lines = new ArrayList<>();
      int end = 0;
      for (int i = 0; i < bytes.length; i++) {
        if (bytes[i] == '\n') {
          lines.add(Json.MAPPER.readTree(bytes, end, i - end));
          end = i + 1;
        }
      }
      file.truncate(end);
      file.position(end);
      return lines;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(FILE + " is damaged before its last line", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// From now on changes are recorded.
  void begin(Optional<JsonNode> header) {
    recording = file != null;
    header.ifPresent(this::append);
    flush();
  }

  void saved(Item item) {
    if (recording) {
      append(Json.object().set("saved", ItemSnapshot.of(item)));
    }
  }

  void deleted(int id) {
    append(Json.object().put("deleted", id));
  }

  /// @param kind `category` or `tag`
  /// @param name plain
  void named(String kind, String name) {
    append(Json.object().put(kind, name));
  }

  private void append(JsonNode line) {
    if (recording) {
      pending.append(Json.write(line)).append('\n');
    }
  }

  /// Hands everything recorded to the operating system.
  void flush() {
    if (file == null || pending.isEmpty()) {
      return;
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(pending.toString().getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      pending.setLength(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    flush();
    if (file != null) {
      try {
        file.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
