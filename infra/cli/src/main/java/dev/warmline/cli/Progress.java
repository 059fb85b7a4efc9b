package dev.warmline.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Says how far a long work has come: on the error stream, and only once it takes long. */
final class Progress implements AutoCloseable {
  private static final Duration SILENT = Duration.ofSeconds(1);
  private static final Duration LINES = Duration.ofSeconds(10);
  private static final int CLOCK_EVERY = 256;

  private final PrintWriter err;
  private final InstantSource clock;
  private final boolean rewrites;
  private final Duration pause;
  private Instant next;
  private long steps;
  private boolean shown;

  Progress(PrintWriter err, Surroundings around) {
    this.err = err;
    this.clock = around.clock();
    this.rewrites = around.progressLine();
    this.pause = rewrites ? SILENT : LINES;
    this.next = clock.instant().plus(SILENT);
  }

  /** One more of {@code what} is done, for example {@code "events read"}. */
  void step(String what) {
    steps++;
    if (steps % CLOCK_EVERY == 0 && !clock.instant().isBefore(next)) {
      next = clock.instant().plus(pause);
      shown = true;
      err.print((rewrites ? "\r" : "") + "%,d %s ...".formatted(steps, what));
      err.print(rewrites ? " " : System.lineSeparator());
      err.flush();
    }
  }

  /** Starts counting from nothing. */
  void restart() {
    steps = 0;
  }

  @Override
  public void close() {
    if (shown && rewrites) {
      err.print("\r\033[K");
      err.flush();
    }
  }
}
