package dev.warmline.measure.benchmarks;

import dev.warmline.event.Event;
import dev.warmline.lead.Replay;
import dev.warmline.rule.Publication;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Events per second of a lead whose life is gone through again, as {@code model test} and a
 * backtest do: the time for one must not depend on how many it has.
 */
@State(Scope.Benchmark)
public class Replays {
  private static final int FEW = 60;
  private static final int MANY = 10_000;

  private final Publication publication = new Publication(1, Resources.model("default"));
  private final List<Event> few = Histories.of(FEW);
  private final List<Event> many = Histories.of(MANY);

  /** Of 60. */
  @Benchmark
  @OperationsPerInvocation(FEW)
  public Replay.Lived of60() {
    return Replay.of(few, publication, Histories.AS_OF);
  }

  /** Of 10,000. */
  @Benchmark
  @OperationsPerInvocation(MANY)
  public Replay.Lived of10000() {
    return Replay.of(many, publication, Histories.AS_OF);
  }
}
