package dev.warmline.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a command writes.
 *
 * @param out its answer and nothing else
 * @param err findings, progress, failures
 */
record Output(PrintWriter out, PrintWriter err, Ansi ansi) {

  /** The streams of a command that is running. */
  static Output of(CommandLine line) {
    return new Output(line.getOut(), line.getErr(), line.getColorScheme().ansi());
  }

  /** A text in a style such as {@code bold} or {@code fg(green)}; plain without a terminal. */
  String styled(String style, String text) {
    return ansi.enabled()
        ? ansi.text("@|" + style + " " + text.replace("|", "\\|") + "|@").toString()
        : text;
  }

  /** Shows what is wrong with the input and gives up unless it is to be passed over. */
  void refuse(List<String> problems, boolean passOver) {
    problems.forEach(err::println);
    if (!problems.isEmpty() && !passOver) {
      throw Failure.wrongInput(
          "lines that are no events: mend them, or pass over them with --skip-bad");
    }
  }
}
