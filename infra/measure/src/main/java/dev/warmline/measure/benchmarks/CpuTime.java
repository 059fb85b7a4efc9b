package dev.warmline.measure.benchmarks;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Counts operations per second of processor time: that of the threads and that of collecting their
 * garbage, but not that of compiling. On a shared machine this says what one core does; the clock
 * on the wall says what the neighbours left.
 */
public final class CpuTime implements InternalProfiler {
  /** The name of the result. */
  static final String PER_SECOND = "perCpuSecond";

  private static final double NANOS = 1e9;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private long before;

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    before = nanos();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    var seconds = (nanos() - before) / NANOS;
    var operations = result.getMetadata().getAllOps();
    return List.of(
        new ScalarResult(PER_SECOND, operations / seconds, "ops/s", AggregationPolicy.AVG));
  }

  @Override
  public String getDescription() {
    return "operations per second of processor time";
  }

  private long nanos() {
    var running =
        LongStream.of(threads.getAllThreadIds()).map(threads::getThreadCpuTime).filter(t -> t > 0);
    var collecting =
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .mapToLong(GarbageCollectorMXBean::getCollectionTime);
    return running.sum() + TimeUnit.MILLISECONDS.toNanos(collecting.sum());
  }
}
