package dev.warmline.cli;

import dev.warmline.event.StoreUnavailable;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.core.exception.SdkException;

/** {@code warmline source watch}: what a source sends, as it comes. */
@Command(
    name = "watch",
    description =
        "Shows what a source sends as it comes: the rules that each event matches, and why events"
            + " were parked. Writes nothing; ends by itself.")
final class WatchSource extends DeploymentCommand {
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int LONGEST = 3_600;

  @Parameters(paramLabel = "NAME", description = "the source")
  private String name = "";

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "600",
      description = "how long to watch, at most 3600 (default: ${DEFAULT-VALUE})")
  private int seconds;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "1000",
      description = "at most so many lines (default: ${DEFAULT-VALUE})")
  private int limit;

  @Option(names = "--json", description = "print one JSON object a line")
  private boolean json;

  @Override
  int run(Connection connection, Output output) throws InterruptedException {
    try (var events = connection.eventTail()) {
      connection.sources().keysOf(name);
      var watch = SourceWatch.begin(name, events, connection);
      output.err().println("watching " + name + " for " + seconds + " s: end it with Ctrl-C");
      watch(watch, output);
    } catch (SdkException e) {
      throw new StoreUnavailable("watch " + name, e);
    }
    return Exit.OK;
  }

  private void watch(SourceWatch watch, Output output) throws InterruptedException {
    var end = now().plusSeconds(Math.clamp(seconds, 0, LONGEST));
    var left = limit;
    while (left > 0) {
      var now = now();
      var seen = watch.look(now).stream().limit(left).toList();
      seen.forEach(one -> output.out().println(json ? one.json() : one.line()));
      output.out().flush();
      left -= seen.size();
      if (!now.isBefore(end)) {
        return;
      }
      Thread.sleep(PAUSE);
    }
  }
}
