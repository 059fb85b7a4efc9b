package dev.warmline.measure.benchmarks;

import dev.warmline.event.Event;
import dev.warmline.rule.Model;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Events per second through matching, on one event that is parsed once. */
@State(Scope.Benchmark)
public class Matching {
  /** How many rules the model has. */
  @Param({"20", "2000"})
  public int rules = 20;

  /** Which event is matched. */
  @Param({"track", "page"})
  public String event = "track";

  private Event parsed = Resources.event("track");
  private Model model = ManyRules.model(1);
  private PlainLoop loop = new PlainLoop(ManyRules.plain(1));

  /** Makes the model and its double. */
  @Setup
  public void prepare() {
    parsed = Resources.event(event);
    model = ManyRules.model(rules);
    loop = new PlainLoop(ManyRules.plain(rules));
  }

  /** The matcher of the model. */
  @Benchmark
  public int[] ours() {
    return model.matching(parsed).orElseThrow();
  }

  /** The loop over predicates. */
  @Benchmark
  public int[] plain() {
    return loop.matching(parsed);
  }
}
