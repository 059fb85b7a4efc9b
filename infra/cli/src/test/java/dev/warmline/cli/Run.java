package dev.warmline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;

/** One run of the command: what it was told and what it said. */
record Run(int exit, String out, String err) {
  static final String MODEL = "../models/default.yaml";
  static final String EVENTS = "../models/example-events.jsonl";
  static final Instant NOW = Instant.parse("2026-03-08T00:00:00Z");

  /** Runs the command as in a pipe: nothing is a terminal. */
  static Run of(String... arguments) {
    return with("", arguments);
  }

  /** Runs the command with this standard input. */
  static Run with(String input, String... arguments) {
    var stream = new ByteArrayInputStream(input.getBytes(UTF_8));
    return run(new Surroundings(stream, false, false, () -> NOW), arguments);
  }

  /** Runs the command in a terminal with colours. */
  static Run coloured(String... arguments) {
    return run(
        new Surroundings(new ByteArrayInputStream(new byte[0]), true, true, () -> NOW), arguments);
  }

  private static Run run(Surroundings around, String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var exit =
        Warmline.command(around, new PrintWriter(out), new PrintWriter(err)).execute(arguments);
    return new Run(exit, out.toString().replace("\r\n", "\n"), err.toString());
  }

  /** The lines of the answer. */
  List<String> lines() {
    return out.lines().toList();
  }
}
