package dev.trueup.local.states;

import com.fasterxml.jackson.databind.ObjectMapper;
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

/// A journal as a file of JSON lines.
///
/// It survives the death of the process: a line is with the operating system before its event takes
/// effect. It does not claim to survive a power cut. A last line without its end is the trace of a
/// death in the middle of a write; it is cut off, since nothing has been done about it yet.
record JournalFile(Path path) implements Journal {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public void append(Event event) {
    try (FileChannel file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      ByteBuffer line =
          ByteBuffer.wrap((JSON.writeValueAsString(event) + "\n").getBytes(StandardCharsets.UTF_8));
      while (line.hasRemaining()) {
        file.write(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path, e);
    }
  }

  List<Event> read() {
    try {
      byte[] bytes = Files.readAllBytes(path);
      int whole = endOfLastLine(bytes);
      if (whole < bytes.length) {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
          file.truncate(whole);
        }
      }
      List<Event> events = new ArrayList<>();
      for (String line : new String(bytes, 0, whole, StandardCharsets.UTF_8).lines().toList()) {
        events.add(JSON.readValue(line, Event.class));
      }
      return events;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  private static int endOfLastLine(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return end;
  }
}
