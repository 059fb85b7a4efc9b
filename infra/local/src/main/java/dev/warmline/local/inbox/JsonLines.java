package dev.warmline.local.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lines that are on disk when {@link #append} returns, if there is a file; else only in memory. */
public final class JsonLines implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Optional<FileChannel> channel;
  private final List<JsonNode> found;

  private JsonLines(Optional<FileChannel> channel, List<JsonNode> found) {
    this.channel = channel;
    this.found = List.copyOf(found);
  }

  /** Lines that are forgotten with the process. */
  public static JsonLines inMemory() {
    return new JsonLines(Optional.empty(), List.of());
  }

  /**
   * The lines of this file, which need not exist yet. A last line that a crash cut short is
   * removed: its append never returned.
   */
  public static JsonLines at(Path file) {
    try {
      var channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      var bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
      var text = new String(bytes.array(), UTF_8);
      var whole = text.substring(0, text.lastIndexOf('\n') + 1);
      channel.truncate(whole.getBytes(UTF_8).length).position(channel.size());
      var found = new ArrayList<JsonNode>();
      for (var line : whole.lines().toList()) {
        found.add(MAPPER.readTree(line));
      }
      return new JsonLines(Optional.of(channel), found);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** The lines that were there at the start. */
  public List<JsonNode> found() {
    return found;
  }

  /** Adds a line. */
  public synchronized void append(JsonNode line) {
    channel.ifPresent(
        file -> {
          try {
            var bytes = ByteBuffer.wrap((line + "\n").getBytes(UTF_8));
            while (bytes.hasRemaining()) {
              file.write(bytes);
            }
            file.force(false);
          } catch (IOException e) {
            throw new UncheckedIOException("cannot write the inbox", e);
          }
        });
  }

  @Override
  public void close() {
    channel.ifPresent(
        file -> {
          try {
            file.close();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
