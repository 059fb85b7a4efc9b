package dev.warmline.measure.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.rule.Model;
import dev.warmline.score.Checkpoint;
import dev.warmline.score.Scorecard;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Newest events per second of a lead whose log is not read: what a function does for each. */
@State(Scope.Benchmark)
public class CheckpointedEvents {
  private static final String GUARD = "1";

  /** How many events the lead had before. */
  @Param({"1000"})
  public int events = 1_000;

  private Model model = ManyRules.model(1);
  private Event newest = Histories.of(1).getFirst();
  private ObjectNode stored = newest.json();

  /** Makes the checkpoint before the newest event. */
  @Setup
  public void prepare() {
    model = Resources.model("default");
    var history = Histories.of(events + 1);
    newest = history.getLast();
    var before = history.subList(0, events);
    var scored = Checkpoint.ofLog(before, model, GUARD, before.getLast().occurredAt());
    stored = scored.checkpoint().orElseThrow();
  }

  /** The scorecard with its next change, and the next checkpoint. */
  @Benchmark
  public Scorecard ours() {
    return Checkpoint.continued(stored, List.of(newest), model, GUARD, newest.occurredAt())
        .orElseThrow()
        .card();
  }
}
