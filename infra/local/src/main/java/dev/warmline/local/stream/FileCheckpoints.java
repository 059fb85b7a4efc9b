package dev.warmline.local.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/** Marks in a file that is replaced as a whole, so that a crash leaves the old or the new one. */
public final class FileCheckpoints implements Checkpoints {
  private static final String FINISHED = "finished";

  private final Path file;
  private final Properties marks = new Properties();

  private FileCheckpoints(Path file) {
    this.file = file;
  }

  /**
   * The marks in this file, which need not exist yet.
   *
   * @throws UncheckedIOException if it cannot be read
   */
  public static FileCheckpoints at(Path file) {
    var checkpoints = new FileCheckpoints(file);
    if (Files.exists(file)) {
      try (var reader = Files.newBufferedReader(file)) {
        checkpoints.marks.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      }
    }
    return checkpoints;
  }

  @Override
  public synchronized Optional<Mark> find(String shardId) {
    return Optional.ofNullable(marks.getProperty(shardId))
        .map(text -> text.equals(FINISHED) ? new Mark.Finished() : new Mark.After(text));
  }

  @Override
  public synchronized void put(String shardId, Mark mark) {
    marks.setProperty(
        shardId,
        switch (mark) {
          case Mark.After(String number) -> number;
          case Mark.Finished() -> FINISHED;
        });
    var next = file.resolveSibling(file.getFileName() + ".next");
    try {
      try (var writer = Files.newBufferedWriter(next)) {
        marks.store(writer, null);
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
