package dev.warmline.cli;

import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What every command has: it writes its answer, and tells the shell how it went. */
@Command(mixinStandardHelpOptions = true)
abstract class CliCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  /**
   * Does what was asked.
   *
   * @return one of {@link Exit}
   */
  abstract int run(Output output) throws InterruptedException;

  @Override
  public final Integer call() throws InterruptedException {
    return run(Output.of(line()));
  }

  /** The command line that runs it. */
  final CommandLine line() {
    return Objects.requireNonNull(spec, "a command is run by its command line").commandLine();
  }

  /** What the whole command finds around it. */
  final Surroundings around() {
    return Warmline.around(line());
  }

  /** The time for what is not given one. */
  final Instant now() {
    return around().clock().instant();
  }
}
