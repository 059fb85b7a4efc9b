package dev.warmline.measure.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Leads of a million events on a small heap: the functions live, and so do the neighbours. */
@Command(
    name = "heap",
    mixinStandardHelpOptions = true,
    description =
        "Leads of a million events and the largest batch, on a heap of 256 MB: score and clock"
            + " live, and all others are worked off.")
final class Heap implements Callable<Integer> {
  private static final String SIZE = "-Xmx256m";

  @Option(names = "--events", defaultValue = "1000000", description = "of each large lead")
  private int events;

  @Option(names = "--here", hidden = true, description = "in this process, whatever its heap")
  private boolean here;

  @Override
  public Integer call() throws Exception {
    return here ? new LargeLeads(events, new Claims(System.out)).show() : inSmallProcess();
  }

  private int inSmallProcess() throws Exception {
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(
        List.of(
            SIZE,
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "heap",
            "--here",
            "--events",
            Integer.toString(events)));
    System.out.println("a process of its own, " + SIZE);
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
