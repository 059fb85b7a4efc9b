package dev.warmline.measure.proof;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** How long an address of the desk takes until the first byte of its answer. */
final class FirstBytes {
  private static final double MILLI = 1e6;
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final String what;
  private final String path;
  private final List<Long> nanos = new ArrayList<>();
  private int bytes;

  FirstBytes(String what, String path) {
    this.what = what;
    this.path = path;
  }

  /** Asks once. */
  void ask(DeskVisitor visitor) throws IOException, InterruptedException {
    var answered = visitor.get(path);
    bytes = answered.bytes();
    nanos.add(answered.nanos());
  }

  /** Asks before it counts: while the issuer's keys are fetched the desk may ask for patience. */
  void warmUp(DeskVisitor visitor) throws InterruptedException {
    try {
      visitor.get(path);
    } catch (IOException e) {
      Thread.sleep(PATIENCE);
    }
  }

  /** Half of the requests took no longer, in milliseconds. */
  double median() {
    return percentile(50);
  }

  private double percentile(int percent) {
    var sorted = nanos.stream().sorted().toList();
    return sorted.get(Math.ceilDiv(sorted.size() * percent, 100) - 1) / MILLI;
  }

  /** A line for each. */
  static void print(PrintStream out, Collection<FirstBytes> all) {
    out.printf(
        "%-42s %8s %9s %9s %9s%n", "to the first byte, ms", "requests", "p50", "p99", "bytes");
    for (var one : all) {
      out.printf(
          "%-42s %8d %9.1f %9.1f %,9d%n",
          one.what, one.nanos.size(), one.percentile(50), one.percentile(99), one.bytes);
    }
  }
}
