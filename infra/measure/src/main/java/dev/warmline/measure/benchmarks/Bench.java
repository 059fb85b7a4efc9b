package dev.warmline.measure.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks and prints one table. */
public final class Bench {
  private static final String USAGE =
      """
      usage: infra/measure/bench [--long] [NAME ...]
        --long  longer and repeated measurements, about 30 minutes instead of 8
        NAME    only these: Matching, Parsing, EndToEnd, Scorecards, CheckpointedEvents, Replays
      """;

  /** Shorter, and the compiler is still at work on whole scorecards while they are measured. */
  private static final int WARM_UP_MILLIS = 8_000;

  private static final List<String> NAMES =
      List.of("Matching", "Parsing", "EndToEnd", "Scorecards", "CheckpointedEvents", "Replays");

  private Bench() {}

  /** Exits with 2 if the arguments make no sense. */
  public static void main(String[] args) throws RunnerException {
    var names = Arrays.stream(args).filter(arg -> !arg.startsWith("--")).toList();
    var flags = Arrays.stream(args).filter(arg -> arg.startsWith("--")).toList();
    if (flags.contains("--help")) {
      System.out.print(USAGE);
    } else if (!NAMES.containsAll(names) || !List.of("--long").containsAll(flags)) {
      System.err.print(USAGE);
      System.exit(2);
    } else {
      run(names.isEmpty() ? NAMES : names, flags.contains("--long"));
    }
  }

  private static void run(List<String> names, boolean careful) throws RunnerException {
    var figures = new ArrayList<Figure>();
    for (var name : names) {
      System.err.println("measuring " + name + " ...");
      new Runner(options(name, careful)).run().stream().map(Figure::of).forEach(figures::add);
    }
    System.out.print(FigureTable.of(figures));
  }

  private static Options options(String name, boolean careful) {
    return new OptionsBuilder()
        .include("\\." + name + "\\.")
        .forks(careful ? 3 : 1)
        .warmupIterations(careful ? 5 : 1)
        .warmupTime(TimeValue.milliseconds(careful ? 2_000 : WARM_UP_MILLIS))
        .measurementIterations(careful ? 7 : 5)
        .measurementTime(TimeValue.milliseconds(careful ? 2_000 : 400))
        .verbosity(VerboseMode.SILENT)
        .shouldFailOnError(true)
        .addProfiler(CpuTime.class)
        .jvmArgsAppend(
            "-XX:+UseSerialGC",
            "-Xbatch",
            "--sun-misc-unsafe-memory-access=allow",
            "-Xms1g",
            "-Xmx1g")
        .build();
  }
}
