package dev.warmline.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/** Where {@code infra/warmline} begins. */
public final class Main {
  private static final int BUFFER = 1 << 16;

  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    var out =
        writer(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER), false);
    var err = writer(new FileOutputStream(FileDescriptor.err), true);
    var exit = Warmline.command(surroundings(), out, err).execute(arguments);
    out.flush();
    err.flush();
    System.exit(exit);
  }

  private static PrintWriter writer(OutputStream stream, boolean flushes) {
    return new PrintWriter(stream, flushes, StandardCharsets.UTF_8);
  }

  /** The launcher says what is a terminal; the rest is the custom of terminals. */
  private static Surroundings surroundings() {
    var environment = System.getenv();
    var plain =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "dumb").equals("dumb");
    return new Surroundings(
        System.in,
        Boolean.getBoolean("warmline.terminal.out") && !plain,
        Boolean.getBoolean("warmline.terminal.err"),
        InstantSource.system());
  }
}
