package dev.warmline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/** A text file whose lines can be read again by their place. */
final class LineFile implements AutoCloseable {
  private static final int LENGTH_BITS = 20;
  private static final int LONGEST = (1 << LENGTH_BITS) - 1;
  private static final int BUFFER = 1 << 16;

  private final FileChannel channel;
  private final Optional<Path> copy;

  private LineFile(FileChannel channel, Optional<Path> copy) {
    this.channel = channel;
    this.copy = copy;
  }

  /** Is shown each line that is not blank. */
  @FunctionalInterface
  interface Visitor {
    /**
     * A line.
     *
     * @param number 1 for the first line of the file
     * @param place where it can be read again
     * @param text the line, or empty if it is too long
     */
    void line(long number, long place, Optional<String> text);
  }

  /** Opens a file; what cannot be read twice (the standard input, a pipe) is copied first. */
  static LineFile open(Path file, InputStream input) throws IOException {
    if (file.toString().equals("-")) {
      return copyOf(input);
    }
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    if (Files.isDirectory(file)) {
      throw new IOException("it is a folder");
    }
    if (!Files.isRegularFile(file)) {
      try (var pipe = Files.newInputStream(file)) {
        return copyOf(pipe);
      }
    }
    return new LineFile(FileChannel.open(file), Optional.empty());
  }

  private static LineFile copyOf(InputStream input) throws IOException {
    var copy = Files.createTempFile("warmline", ".jsonl");
    Files.copy(input, copy, StandardCopyOption.REPLACE_EXISTING);
    return new LineFile(FileChannel.open(copy, StandardOpenOption.READ), Optional.of(copy));
  }

  /** Reads the file through. */
  void each(Visitor visitor) throws IOException {
    var scan = new Scan(visitor);
    var buffer = ByteBuffer.allocate(BUFFER);
    for (var at = 0L; channel.read(buffer, at) > 0; at += buffer.position(), buffer.clear()) {
      scan.take(buffer.array(), buffer.position());
    }
    scan.end();
  }

  /** The line at a place that a visitor was given. */
  String text(long place) throws IOException {
    var bytes = ByteBuffer.allocate((int) (place & LONGEST));
    var start = place >>> LENGTH_BITS;
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, start + bytes.position()) < 0) {
        throw new EOFException("it became shorter while it was read");
      }
    }
    return new String(bytes.array(), UTF_8);
  }

  @Override
  public void close() {
    try {
      channel.close();
      if (copy.isPresent()) {
        Files.deleteIfExists(copy.get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Cuts bytes into lines. */
  private static final class Scan {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Visitor visitor;
    private byte[] line = new byte[BUFFER];
    private int length;
    private long start;
    private long end;
    private long number = 1;

    Scan(Visitor visitor) {
      this.visitor = visitor;
    }

    void take(byte[] bytes, int count) {
      for (var i = 0; i < count; i++) {
        if (bytes[i] == '\n') {
          end();
          end++;
          start = end;
          number++;
        } else {
          end++;
          keep(bytes[i]);
        }
      }
    }

    void end() {
      var marked =
          start == 0 && new String(line, 0, Math.min(length, 3), UTF_8).startsWith(BYTE_ORDER_MARK);
      var skipped = marked ? 3 : 0;
      var text = new String(line, skipped, length - skipped, UTF_8);
      if (end - start > LONGEST) {
        visitor.line(number, 0, Optional.empty());
      } else if (!text.isBlank()) {
        visitor.line(
            number, ((start + skipped) << LENGTH_BITS) | (length - skipped), Optional.of(text));
      }
      length = 0;
    }

    private void keep(byte one) {
      if (length == line.length && length < LONGEST) {
        line = Arrays.copyOf(line, Math.min(LONGEST, 2 * length));
      }
      if (length < line.length) {
        line[length++] = one;
      }
    }
  }
}
