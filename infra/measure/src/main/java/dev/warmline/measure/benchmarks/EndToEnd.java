package dev.warmline.measure.benchmarks;

import dev.warmline.event.Event;
import dev.warmline.rule.Model;
import dev.warmline.score.Scorecard;
import dev.warmline.score.Scorer;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Events per second through matching and the bookkeeping of hits (limits, decay, sums) to the
 * scorecard, over a history that is parsed once.
 */
@State(Scope.Benchmark)
public class EndToEnd {
  private static final int EVENTS = 10_000;

  /** How many rules the model has. */
  @Param({"20", "2000"})
  public int rules = 20;

  private List<Event> events = List.of();
  private Model model = ManyRules.model(1);
  private PlainLoop loop = new PlainLoop(ManyRules.plain(1));

  /** Makes the model, its double and the history. */
  @Setup
  public void prepare() {
    events = Histories.of(EVENTS);
    model = ManyRules.model(rules);
    loop = new PlainLoop(ManyRules.plain(rules));
  }

  /** The scorer. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public Scorecard ours() {
    return Scorer.verdict(events, model, Histories.AS_OF);
  }

  /** The loop over predicates. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public double plain() {
    return loop.score(events, Histories.AS_OF.toEpochMilli());
  }
}
