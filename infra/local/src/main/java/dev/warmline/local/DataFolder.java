package dev.warmline.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder that outlives the process. One process at a time has it. */
final class DataFolder implements AutoCloseable {
  private final Path path;
  private final FileChannel lock;

  private DataFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Takes the folder for this process. The lock is the operating system's, so that it is gone when
   * the process is, however it ended.
   *
   * @throws CannotStart if it cannot be written or another process has it
   */
  static DataFolder open(Path path) {
    try {
      Files.createDirectories(path);
      var lock =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock.tryLock() == null) {
        lock.close();
        throw new CannotStart(taken(path));
      }
      return new DataFolder(path, lock);
    } catch (OverlappingFileLockException e) {
      throw new CannotStart(taken(path));
    } catch (IOException e) {
      throw new CannotStart(
          "cannot write to the data folder " + path + ": give another one with --data FOLDER");
    }
  }

  Path file(String name) {
    return path.resolve(name);
  }

  /** A folder inside, made if it is missing. */
  Path folder(String name) {
    try {
      return Files.createDirectories(path.resolve(name));
    } catch (IOException e) {
      throw new CannotStart("cannot make the folder " + path.resolve(name));
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new IllegalStateException("cannot give back the data folder", e);
    }
  }

  private static String taken(Path path) {
    return "another infra/up uses the data folder "
        + path
        + ": stop it first or give another one with --data FOLDER";
  }
}
