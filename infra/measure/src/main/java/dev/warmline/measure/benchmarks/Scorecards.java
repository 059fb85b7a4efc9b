package dev.warmline.measure.benchmarks;

import dev.warmline.event.Event;
import dev.warmline.rule.Model;
import dev.warmline.score.Scorecard;
import dev.warmline.score.Scorer;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Scorecards per second, from the parsed events of one lead to the explained score. */
@State(Scope.Benchmark)
public class Scorecards {
  /** The model: the default one, or the example of the documentation. */
  @Param({"default", "example"})
  public String model = "default";

  /** How many events the lead has. */
  @Param({"10", "1000", "100000"})
  public int events = 10;

  private List<Event> history = List.of();
  private Model read = ManyRules.model(1);
  private PlainLoop loop = new PlainLoop(ManyRules.plain(1));

  /** Makes the history. */
  @Setup
  public void prepare() {
    history = Histories.of(events);
    read = Resources.model(model);
    loop = new PlainLoop(PlainRules.of(model));
  }

  /** With the instant of the next change. */
  @Benchmark
  public Scorecard score() {
    return Scorer.score(history, read, Histories.AS_OF);
  }

  /** Without it. */
  @Benchmark
  public Scorecard verdict() {
    return Scorer.verdict(history, read, Histories.AS_OF);
  }

  /** The loop over predicates. */
  @Benchmark
  public double plain() {
    return loop.score(history, Histories.AS_OF.toEpochMilli());
  }
}
