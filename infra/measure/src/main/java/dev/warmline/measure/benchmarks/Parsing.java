package dev.warmline.measure.benchmarks;

import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Events per second from text to event: what comes before matching. */
@State(Scope.Benchmark)
public class Parsing {
  /** Which event is parsed. */
  @Param({"track", "page"})
  public String event = "track";

  private String text = "";

  /** Loads the text. */
  @Setup
  public void prepare() {
    text = Resources.eventText(event);
  }

  /** Reads it. */
  @Benchmark
  public Event ours() {
    return EventJson.parse(text);
  }
}
