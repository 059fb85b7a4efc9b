package dev.warmline.aws.runtime;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.warmline.event.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Metrics in CloudWatch's embedded format: a log line that becomes numbers, without a call.
 *
 * @param out takes each line, without a line break
 */
public record Metrics(String function, Consumer<String> out) {
  private static final String NAMESPACE = "Warmline";

  /** Counts of things that happened, by name, for example {@code EventsStored}. */
  public void count(Instant now, Map<String, Long> counts) {
    write(now, Map.of(), "Count", counts);
  }

  /** How long something took, by name. */
  public void took(Instant now, String name, Duration time) {
    write(now, Map.of(), "Milliseconds", Map.of(name, time.toMillis()));
  }

  /** As {@link #count(Instant, Map)}, in all and apart for one source (its name, not its key). */
  public void countOf(String source, Instant now, Map<String, Long> counts) {
    write(now, Map.of("Source", source), "Count", counts);
  }

  /** Shares from 0 to 100 by name, in all and apart for one source (its name, not its key). */
  public void percentOf(String source, Instant now, Map<String, Long> shares) {
    write(now, Map.of("Source", source), "Percent", shares);
  }

  private void write(
      Instant now, Map<String, String> dimensions, String unit, Map<String, Long> values) {
    if (values.isEmpty()) {
      return;
    }
    var line = JsonNodeFactory.instance.objectNode();
    var aws = line.putObject("_aws").put("Timestamp", now.toEpochMilli());
    var directive = aws.putArray("CloudWatchMetrics").addObject().put("Namespace", NAMESPACE);
    var sets = directive.putArray("Dimensions");
    sets.addArray().add("Function");
    line.put("Function", function);
    dimensions.forEach(
        (name, value) -> {
          sets.addArray().add("Function").add(name);
          line.put(name, value);
        });
    var metrics = directive.putArray("Metrics");
    new TreeMap<>(values)
        .forEach(
            (name, value) -> {
              metrics.addObject().put("Name", name).put("Unit", unit);
              line.put(name, value);
            });
    out.accept(Json.write(line));
  }
}
